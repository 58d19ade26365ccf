namespace Overfit.Kernels;

/// <summary>A function of two values, a register at a time.</summary>
internal interface IBinaryFunction
{
    /// <param name="left">The first values.</param>
    /// <param name="right">The second values.</param>
    /// <param name="exp">The exponential function, made once for a whole loop.</param>
    static abstract TVector Apply<TVector>(TVector left, TVector right, in ExponentialRegisters<TVector> exp)
        where TVector : unmanaged, IVector<TVector>;
}
