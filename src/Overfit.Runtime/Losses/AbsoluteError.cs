using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit;

/// <summary>f(e) = |e|, with slope 0 at 0.</summary>
internal readonly struct AbsoluteError : IErrorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Value(Vector256<double> error) => Vector256.Abs(error);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Slope(Vector256<double> error) =>
        (Vector256.GreaterThan(error, Vector256<double>.Zero) & Vector256<double>.One)
        - (Vector256.LessThan(error, Vector256<double>.Zero) & Vector256<double>.One);
}
