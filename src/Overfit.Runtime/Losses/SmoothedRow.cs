using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Overfit.Kernels;

namespace Overfit;

/// <summary>What categorical cross-entropy does with a row of labels, smoothed: y = kept * label + spread.</summary>
/// <param name="kept">Share of a label that is kept.</param>
/// <param name="spread">What each class is given.</param>
/// <param name="scale">Factor of the gradient.</param>
internal readonly unsafe struct SmoothedRow(double kept, double spread, double scale)
{
    private readonly double _kept = kept;
    private readonly double _spread = spread;
    private readonly double _scale = scale;

    /// <summary>The sum of y (m - z) over a row's logits z, m the largest; and <paramref name="mass"/>, the sum of y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Gap(nint width, float* logit, float* label, out double mass)
    {
        Vector256<double> largest = Doubles.Of(SoftmaxRow.Largest(logit, width));
        Vector256<double> masses = Vector256<double>.Zero, gaps = Vector256<double>.Zero;
        Vector256<double> restOfMass = Vector256<double>.Zero, restOfGap = Vector256<double>.Zero;
        nint i = 0;
        for (; i <= width - Doubles.Lanes; i += Doubles.Lanes)
        {
            Vector256<double> y = Smoothed(Doubles.Load(label + i));
            masses += y;
            gaps += y * (largest - Doubles.Load(logit + i));
        }

        for (; i < width; i++)
        {
            Vector256<double> y = Smoothed(Doubles.LoadOne(label + i));
            restOfMass += y;
            restOfGap += y * (largest - Doubles.LoadOne(logit + i));
        }

        mass = Doubles.Sum(masses) + restOfMass.ToScalar();
        return Doubles.Sum(gaps) + restOfGap.ToScalar();
    }

    /// <summary>The gradient, exponential * share - y, times the scale, in place of the exponentials.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Slopes(nint width, float* label, double share, float* slope)
    {
        Vector256<double> shares = Vector256.Create(share), scales = Vector256.Create(_scale);
        nint i = 0;
        for (; i <= width - Doubles.Lanes; i += Doubles.Lanes)
        {
            Doubles.Store(((Doubles.Load(slope + i) * shares) - Smoothed(Doubles.Load(label + i))) * scales, slope + i);
        }

        for (; i < width; i++)
        {
            Vector256<double> difference = (Doubles.LoadOne(slope + i) * shares) - Smoothed(Doubles.LoadOne(label + i));
            slope[i] = (float)(difference * scales).ToScalar();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Smoothed(Vector256<double> label) =>
        (label * Vector256.Create(_kept)) + Vector256.Create(_spread);
}
