namespace Overfit.Kernels;

/// <summary>A function of one value, a register at a time.</summary>
internal interface IUnaryFunction
{
    /// <param name="x">The values.</param>
    /// <param name="exp">The exponential function, made once for a whole loop.</param>
    static abstract TVector Apply<TVector>(TVector x, in ExponentialRegisters<TVector> exp)
        where TVector : unmanaged, IVector<TVector>;
}
