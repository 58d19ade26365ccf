using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>One pass over parameters, gradients and moments: each is loaded once, and what changed is stored once.</summary>
internal static unsafe class ParameterUpdate
{
    /// <summary>Applies a rule to every parameter.</summary>
    /// <param name="rule">What happens to one parameter.</param>
    /// <param name="parameters">[n], updated.</param>
    /// <param name="gradients">[n].</param>
    /// <param name="first">[n], updated; not touched if the rule has no such moment. So are the next two.</param>
    /// <param name="second">[n].</param>
    /// <param name="third">[n].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TRule>(
        TRule rule,
        Span<float> parameters,
        ReadOnlySpan<float> gradients,
        Span<float> first,
        Span<float> second,
        Span<float> third)
        where TRule : struct, IUpdateRule
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<Lanes16, TRule>(rule, parameters, gradients, first, second, third);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<Lanes8, TRule>(rule, parameters, gradients, first, second, third);
        }
        else
        {
            Run<Lanes4, TRule>(rule, parameters, gradients, first, second, third);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run<TVector, TRule>(
        TRule rule,
        Span<float> parameters,
        ReadOnlySpan<float> gradients,
        Span<float> first,
        Span<float> second,
        Span<float> third)
        where TVector : unmanaged, IVector<TVector>
        where TRule : struct, IUpdateRule
    {
        fixed (float* parameter = parameters, gradient = gradients, moment1 = first, moment2 = second, moment3 = third)
        {
            Walk<TVector, TRule>(rule, parameters.Length, parameter, gradient, moment1, moment2, moment3);
        }
    }

    // Not inlined: a caller that is compiled anew when it is hot would draw the loop in and run out of budget for its body.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Walk<TVector, TRule>(
        TRule rule, nint length, float* parameter, float* gradient, float* first, float* second, float* third)
        where TVector : unmanaged, IVector<TVector>
        where TRule : struct, IUpdateRule
    {
        nint i = 0;
        for (; i <= length - TVector.Count; i += TVector.Count)
        {
            Step<TVector, TRule, Off>(rule, parameter + i, gradient + i, first + i, second + i, third + i, TVector.Zero);
        }

        if (i < length)
        {
            TVector mask = TVector.Mask((int)(length - i));
            Step<TVector, TRule, On>(rule, parameter + i, gradient + i, first + i, second + i, third + i, mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TVector, TRule, TMasked>(
        TRule rule, float* parameter, float* gradient, float* first, float* second, float* third, TVector mask)
        where TVector : unmanaged, IVector<TVector>
        where TRule : struct, IUpdateRule
        where TMasked : struct, ISwitch
    {
        TVector m1 = TRule.Moments > 0 ? Load<TVector, TMasked>(first, mask) : TVector.Zero;
        TVector m2 = TRule.Moments > 1 ? Load<TVector, TMasked>(second, mask) : TVector.Zero;
        TVector m3 = TRule.Moments > 2 ? Load<TVector, TMasked>(third, mask) : TVector.Zero;
        TVector g = Load<TVector, TMasked>(gradient, mask);
        TVector moved = rule.Step(Load<TVector, TMasked>(parameter, mask), g, ref m1, ref m2, ref m3);

        Store<TVector, TMasked>(parameter, moved, mask);
        if (TRule.Moments > 0)
        {
            Store<TVector, TMasked>(first, m1, mask);
        }

        if (TRule.Moments > 1)
        {
            Store<TVector, TMasked>(second, m2, mask);
        }

        if (TRule.Moments > 2)
        {
            Store<TVector, TMasked>(third, m3, mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load<TVector, TMasked>(float* source, TVector mask)
        where TVector : unmanaged, IVector<TVector>
        where TMasked : struct, ISwitch =>
        TMasked.IsOn ? TVector.Load(source, mask) : TVector.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVector, TMasked>(float* destination, TVector value, TVector mask)
        where TVector : unmanaged, IVector<TVector>
        where TMasked : struct, ISwitch
    {
        if (TMasked.IsOn)
        {
            value.Store(destination, mask);
        }
        else
        {
            value.Store(destination);
        }
    }
}
