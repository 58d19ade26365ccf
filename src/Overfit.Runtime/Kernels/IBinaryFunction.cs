namespace Overfit.Kernels;

/// <summary>A function of two values, a register at a time.</summary>
internal interface IBinaryFunction
{
    static abstract TVector Apply<TVector>(TVector left, TVector right)
        where TVector : unmanaged, IVector<TVector>;
}
