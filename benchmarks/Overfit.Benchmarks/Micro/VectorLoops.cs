using System.Runtime.CompilerServices;
using Overfit.Kernels;

namespace Overfit.Benchmarks.Micro;

/// <summary>Loops on registers alone, in chains that do not wait for one another: what a core does at most.</summary>
/// <remarks>
/// Chains times the operations in one give the latency that is hidden: two units of a latency of 4 or 5 need 8 to 10. With two
/// constants, 14 chains fit into the 16 registers of AVX2.
/// </remarks>
internal static class VectorLoops<TVector>
    where TVector : unmanaged, IVector<TVector>
{
    public const int MultiplyAddChains = 12;
    public const int MixedChains = 14;
    public const int DivisionChains = 8;

    /// <summary>Multiply-adds and nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static float MultiplyAdds(int steps)
    {
        TVector a = TVector.Broadcast(0.75f), b = TVector.Broadcast(0.25f);
        TVector s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
        for (int step = 0; step < steps; step++)
        {
            s0 = TVector.MultiplyAdd(s0, a, b);
            s1 = TVector.MultiplyAdd(s1, a, b);
            s2 = TVector.MultiplyAdd(s2, a, b);
            s3 = TVector.MultiplyAdd(s3, a, b);
            s4 = TVector.MultiplyAdd(s4, a, b);
            s5 = TVector.MultiplyAdd(s5, a, b);
            s6 = TVector.MultiplyAdd(s6, a, b);
            s7 = TVector.MultiplyAdd(s7, a, b);
            s8 = TVector.MultiplyAdd(s8, a, b);
            s9 = TVector.MultiplyAdd(s9, a, b);
            s10 = TVector.MultiplyAdd(s10, a, b);
            s11 = TVector.MultiplyAdd(s11, a, b);
        }

        return (s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11).Fold()[0];
    }

    /// <summary>
    /// As many multiply-adds as in the loop above, and one quotient that nothing waits for, of a number with all its digits: it
    /// takes longer where a quotient keeps a multiplying unit busy.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static float MultiplyAddsAndDivision(int steps)
    {
        TVector a = TVector.Broadcast(0.75f), b = TVector.Broadcast(0.35355338f), quotient = a;
        TVector s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
        for (int step = 0; step < steps; step++)
        {
            s0 = TVector.MultiplyAdd(s0, a, b);
            s1 = TVector.MultiplyAdd(s1, a, b);
            s2 = TVector.MultiplyAdd(s2, a, b);
            s3 = TVector.MultiplyAdd(s3, a, b);
            s4 = TVector.MultiplyAdd(s4, a, b);
            s5 = TVector.MultiplyAdd(s5, a, b);
            s6 = TVector.MultiplyAdd(s6, a, b);
            s7 = TVector.MultiplyAdd(s7, a, b);
            s8 = TVector.MultiplyAdd(s8, a, b);
            s9 = TVector.MultiplyAdd(s9, a, b);
            s10 = TVector.MultiplyAdd(s10, a, b);
            s11 = TVector.MultiplyAdd(s11, a, b);
            quotient = b / s0;
        }

        return (s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11 + quotient).Fold()[0];
    }

    /// <summary>A multiply-add and a sum in turn: some processors add in units of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static float Mixed(int steps)
    {
        TVector a = TVector.Broadcast(0.75f), b = TVector.Broadcast(0.25f);
        TVector s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a;
        TVector s7 = a, s8 = a, s9 = a, s10 = a, s11 = a, s12 = a, s13 = a;
        for (int step = 0; step < steps; step++)
        {
            s0 = TVector.MultiplyAdd(s0, a, b) + b;
            s1 = TVector.MultiplyAdd(s1, a, b) + b;
            s2 = TVector.MultiplyAdd(s2, a, b) + b;
            s3 = TVector.MultiplyAdd(s3, a, b) + b;
            s4 = TVector.MultiplyAdd(s4, a, b) + b;
            s5 = TVector.MultiplyAdd(s5, a, b) + b;
            s6 = TVector.MultiplyAdd(s6, a, b) + b;
            s7 = TVector.MultiplyAdd(s7, a, b) + b;
            s8 = TVector.MultiplyAdd(s8, a, b) + b;
            s9 = TVector.MultiplyAdd(s9, a, b) + b;
            s10 = TVector.MultiplyAdd(s10, a, b) + b;
            s11 = TVector.MultiplyAdd(s11, a, b) + b;
            s12 = TVector.MultiplyAdd(s12, a, b) + b;
            s13 = TVector.MultiplyAdd(s13, a, b) + b;
        }

        return (s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11 + s12 + s13).Fold()[0];
    }

    /// <summary>Quotients of numbers with all their digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static float Divisions(int steps)
    {
        TVector a = TVector.Broadcast(1.7182818f), x = TVector.Broadcast(1.4142135f);
        TVector s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x, s6 = x, s7 = x;
        for (int step = 0; step < steps; step++)
        {
            s0 = a / s0;
            s1 = a / s1;
            s2 = a / s2;
            s3 = a / s3;
            s4 = a / s4;
            s5 = a / s5;
            s6 = a / s6;
            s7 = a / s7;
        }

        return (s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7).Fold()[0];
    }

    /// <summary>Square roots; the sums keep the numbers from becoming 1 and take a small part of a root's time, elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static float Roots(int steps)
    {
        TVector a = TVector.Broadcast(1.7182818f);
        TVector s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a;
        for (int step = 0; step < steps; step++)
        {
            s0 = TVector.Sqrt(s0 + a);
            s1 = TVector.Sqrt(s1 + a);
            s2 = TVector.Sqrt(s2 + a);
            s3 = TVector.Sqrt(s3 + a);
            s4 = TVector.Sqrt(s4 + a);
            s5 = TVector.Sqrt(s5 + a);
            s6 = TVector.Sqrt(s6 + a);
            s7 = TVector.Sqrt(s7 + a);
        }

        return (s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7).Fold()[0];
    }
}
