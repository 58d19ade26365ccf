namespace Overfit.Kernels;

/// <summary>A function of one value, a register at a time.</summary>
internal interface IUnaryFunction
{
    static abstract TVector Apply<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector>;
}
