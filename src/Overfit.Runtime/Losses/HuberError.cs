using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit;

/// <summary>f(e) = e^2 / 2 for |e| up to delta, from there on its tangent: delta |e| - delta^2 / 2.</summary>
internal readonly struct HuberError(double delta) : IErrorFunction
{
    private readonly double _delta = delta;

    /// <summary>Both branches in one: s (e - s / 2), where s is the slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Value(Vector256<double> error)
    {
        Vector256<double> slope = Slope(error);
        return slope * (error - (slope * Vector256.Create(0.5)));
    }

    /// <summary>The error from -delta to delta. NaN stays NaN: where either is, one instruction returns the right one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Slope(Vector256<double> error) =>
        Vector256.MinNative(Vector256.Create(_delta), Vector256.MaxNative(Vector256.Create(-_delta), error));
}
