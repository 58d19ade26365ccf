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
    public static void Run<TRule>(
        TRule rule, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, Span<float> third)
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

    internal static void Run<TVector, TRule>(
        TRule rule, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, Span<float> third)
        where TVector : unmanaged, IVector<TVector>
        where TRule : struct, IUpdateRule
    {
        fixed (float* parameter = parameters, gradient = gradients, moment1 = first, moment2 = second, moment3 = third)
        {
            Walk<TVector, TRule>(rule, parameters.Length, parameter, gradient, moment1, moment2, moment3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Walk<TVector, TRule>(
        TRule rule, nint length, float* parameter, float* gradient, float* first, float* second, float* third)
        where TVector : unmanaged, IVector<TVector>
        where TRule : struct, IUpdateRule
    {
        nint i = 0;
        for (; i <= length - TVector.Count; i += TVector.Count)
        {
            TVector m1 = TRule.Moments > 0 ? TVector.Load(first + i) : TVector.Zero;
            TVector m2 = TRule.Moments > 1 ? TVector.Load(second + i) : TVector.Zero;
            TVector m3 = TRule.Moments > 2 ? TVector.Load(third + i) : TVector.Zero;
            rule.Step(TVector.Load(parameter + i), TVector.Load(gradient + i), ref m1, ref m2, ref m3).Store(parameter + i);
            if (TRule.Moments > 0)
            {
                m1.Store(first + i);
            }

            if (TRule.Moments > 1)
            {
                m2.Store(second + i);
            }

            if (TRule.Moments > 2)
            {
                m3.Store(third + i);
            }
        }

        if (i < length)
        {
            TVector mask = TVector.Mask((int)(length - i));
            TVector m1 = TRule.Moments > 0 ? TVector.Load(first + i, mask) : TVector.Zero;
            TVector m2 = TRule.Moments > 1 ? TVector.Load(second + i, mask) : TVector.Zero;
            TVector m3 = TRule.Moments > 2 ? TVector.Load(third + i, mask) : TVector.Zero;
            rule.Step(TVector.Load(parameter + i, mask), TVector.Load(gradient + i, mask), ref m1, ref m2, ref m3)
                .Store(parameter + i, mask);
            if (TRule.Moments > 0)
            {
                m1.Store(first + i, mask);
            }

            if (TRule.Moments > 1)
            {
                m2.Store(second + i, mask);
            }

            if (TRule.Moments > 2)
            {
                m3.Store(third + i, mask);
            }
        }
    }
}
