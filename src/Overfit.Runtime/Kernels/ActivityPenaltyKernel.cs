using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>What emitted code calls for the penalties on a layer's outputs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ActivityPenaltyKernel
{
    /// <summary>(l1 * sum|y| + l2 * sum y^2) / rows.</summary>
    /// <param name="y">[rows x units].</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="l1">Strength, at least 0.</param>
    /// <param name="l2">Strength, at least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Value(ReadOnlySpan<float> y, int rows, float l1, float l2) =>
        PenaltyKernel.Value(y, l1, l2) / rows;

    /// <summary>dz += (l1 * sign(y) + 2 * l2 * y) / rows * activation'(y); the sign of 0 is 0.</summary>
    /// <param name="y">[rows x units], after the activation.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="l1">Strength, at least 0.</param>
    /// <param name="l2">Strength, at least 0.</param>
    /// <param name="dz">[rows x units], the gradient in front of the activation, added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddGradient<TActivation>(ReadOnlySpan<float> y, int rows, float l1, float l2, Span<float> dz)
        where TActivation : struct, IFusedActivation
    {
        if (l1 != 0 || l2 != 0)
        {
            Add<TActivation>(y, l1 / rows, 2 * l2 / rows, dz);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add<TActivation>(ReadOnlySpan<float> y, float sign, float slope, Span<float> dz)
        where TActivation : struct, IFusedActivation
    {
        fixed (float* py = y, pdz = dz[..y.Length])
        {
            if (Vector512.IsHardwareAccelerated)
            {
                AddGradient<Lanes16, TActivation>(py, y.Length, sign, slope, pdz);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                AddGradient<Lanes8, TActivation>(py, y.Length, sign, slope, pdz);
            }
            else
            {
                AddGradient<Lanes4, TActivation>(py, y.Length, sign, slope, pdz);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void AddGradient<TVector, TActivation>(float* y, nint length, float sign, float slope, float* dz)
        where TVector : unmanaged, IVector<TVector>
        where TActivation : struct, IFusedActivation
    {
        TVector factor = TVector.Broadcast(slope), up = TVector.Broadcast(sign), down = TVector.Broadcast(-sign);
        nint i = 0;
        for (; i <= length - TVector.Count; i += TVector.Count)
        {
            TVector output = TVector.Load(y + i);
            (TVector.Load(dz + i) + Slope<TVector, TActivation>(output, factor, up, down)).Store(dz + i);
        }

        if (i < length)
        {
            TVector mask = TVector.Mask((int)(length - i));
            TVector output = TVector.Load(y + i, mask);
            (TVector.Load(dz + i, mask) + Slope<TVector, TActivation>(output, factor, up, down)).Store(dz + i, mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Slope<TVector, TActivation>(TVector y, TVector factor, TVector up, TVector down)
        where TVector : unmanaged, IVector<TVector>
        where TActivation : struct, IFusedActivation
    {
        TVector sign = TVector.SelectPositive(y, up, TVector.SelectPositive(-y, down, TVector.Zero));
        return TActivation.Derivative(y, TVector.MultiplyAdd(factor, y, sign));
    }
}
