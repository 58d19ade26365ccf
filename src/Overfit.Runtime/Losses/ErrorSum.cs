using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Overfit;

/// <summary>
/// The sum of a function of the errors, in double and in 8 lanes: lane j adds up the elements j, j + 8, j + 16, ... The lanes
/// are a property of the algorithm, not of the hardware: 256-bit vectors mean the same where the processor has other widths.
/// </summary>
internal static class ErrorSum
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
        Vector256<double> factor = Vector256.Create(scale);
        Vector256<double> lowerSum = Vector256<double>.Zero;
        Vector256<double> upperSum = Vector256<double>.Zero;
        for (int start = 0; start < scores.Length; start += Lanes)
        {
            bool isWhole = scores.Length - start >= Lanes;
            Vector256<float> score = isWhole ? Vector256.Create(scores[start..]) : Padded(scores[start..]);
            Vector256<float> target = isWhole ? Vector256.Create(targets[start..]) : Padded(targets[start..]);
            Vector256<double> lower = Vector256.WidenLower(score) - Vector256.WidenLower(target);
            Vector256<double> upper = Vector256.WidenUpper(score) - Vector256.WidenUpper(target);
            lowerSum += function.Value(lower);
            upperSum += function.Value(upper);
            if (gradient.IsEmpty)
            {
                continue;
            }

            Vector256<float> slope = Vector256.Narrow(function.Slope(lower) * factor, function.Slope(upper) * factor);
            if (isWhole)
            {
                slope.CopyTo(gradient[start..]);
            }
            else
            {
                CopyPart(slope, gradient[start..]);
            }
        }

        Vector256<double> sum = lowerSum + upperSum;
        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }

    /// <summary>Zeros behind the last elements: an error of 0 adds nothing.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<float> Padded(ReadOnlySpan<float> source)
    {
        Vector256<float> padded = Vector256<float>.Zero;
        source.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<Vector256<float>, float>(ref padded), Lanes));
        return padded;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CopyPart(Vector256<float> source, Span<float> destination) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Vector256<float>, float>(ref source), destination.Length)
            .CopyTo(destination);
}
