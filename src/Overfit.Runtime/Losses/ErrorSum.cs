using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Overfit.Kernels;

namespace Overfit;

/// <summary>
/// The sum of a function of the errors, in double and in 8 lanes: lane j adds up the elements j, j + 8, j + 16, ... The lanes
/// are a property of the algorithm, not of the hardware: 256-bit vectors mean the same where the processor has other widths.
/// </summary>
internal static unsafe class ErrorSum
{
    private const int Lanes = 8;

    /// <summary>Sum over all elements of f(score - target).</summary>
    public static double Of<TFunction>(TFunction function, ReadOnlySpan<float> scores, ReadOnlySpan<float> targets)
        where TFunction : struct, IErrorFunction => OfAndGradient(function, scores, targets, 0, []);

    /// <summary>The same sum, and <paramref name="scale"/> times the slope at each element.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="scores">Any number of elements.</param>
    /// <param name="targets">As many.</param>
    /// <param name="scale">Factor of the gradient.</param>
    /// <param name="gradient">As many, overwritten; or empty, where no gradient is wanted.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double OfAndGradient<TFunction>(
        TFunction function, ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, double scale, Span<float> gradient)
        where TFunction : struct, IErrorFunction
    {
        fixed (float* score = scores, target = targets[..scores.Length])
        {
            if (gradient.IsEmpty)
            {
                return Sum<TFunction, Off>(function, score, target, scores.Length, scale, null);
            }

            fixed (float* slope = gradient[..scores.Length])
            {
                return Sum<TFunction, On>(function, score, target, scores.Length, scale, slope);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double Sum<TFunction, TGradient>(
        TFunction function, float* score, float* target, nint length, double scale, float* slope)
        where TFunction : struct, IErrorFunction
        where TGradient : struct, ISwitch
    {
        Vector256<double> factor = Vector256.Create(scale), lower = Vector256<double>.Zero, upper = Vector256<double>.Zero;
        nint whole = length & -Lanes;
        for (nint i = 0; i < whole; i += Lanes)
        {
            Add<TFunction, TGradient>(function, score + i, target + i, factor, ref lower, ref upper, slope + i);
        }

        if (whole < length)
        {
            // Zeros behind the last elements: an error of 0 adds nothing.
            float* rest = stackalloc float[3 * Lanes];
            Doubles.CopyRest(score + whole, length - whole, rest);
            Doubles.CopyRest(target + whole, length - whole, rest + Lanes);
            Add<TFunction, TGradient>(function, rest, rest + Lanes, factor, ref lower, ref upper, rest + (2 * Lanes));
            if (TGradient.IsOn)
            {
                Doubles.CopyRest(rest + (2 * Lanes), length - whole, slope + whole);
            }
        }

        return Doubles.Sum(lower + upper);
    }

    /// <summary>Eight elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TFunction, TGradient>(
        TFunction function,
        float* score,
        float* target,
        Vector256<double> factor,
        ref Vector256<double> lower,
        ref Vector256<double> upper,
        float* slope)
        where TFunction : struct, IErrorFunction
        where TGradient : struct, ISwitch
    {
        Vector256<double> first = Doubles.Load(score) - Doubles.Load(target), second = Doubles.Load(score + 4) - Doubles.Load(target + 4);
        lower += function.Value(first);
        upper += function.Value(second);
        if (TGradient.IsOn)
        {
            Vector256.Narrow(function.Slope(first) * factor, function.Slope(second) * factor).Store(slope);
        }
    }
}
