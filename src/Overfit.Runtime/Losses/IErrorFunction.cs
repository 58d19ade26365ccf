using System.Runtime.Intrinsics;

namespace Overfit;

/// <summary>A function of the error, output - target, that is 0 where the error is 0.</summary>
internal interface IErrorFunction
{
    Vector256<double> Value(Vector256<double> error);

    /// <summary>The derivative of <see cref="Value"/>.</summary>
    Vector256<double> Slope(Vector256<double> error);
}
