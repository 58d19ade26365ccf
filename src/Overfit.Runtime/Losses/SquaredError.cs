using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit;

/// <summary>f(e) = e^2.</summary>
internal readonly struct SquaredError : IErrorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Value(Vector256<double> error) => error * error;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Slope(Vector256<double> error) => error + error;
}
