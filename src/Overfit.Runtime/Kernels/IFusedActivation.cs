namespace Overfit.Kernels;
/// <summary>x</summary>
public interface IFusedActivation : IActivation
{
    internal static abstract TVector Apply<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector>;

    internal static abstract TVector Derivative<TVector>(TVector y, TVector dy)
        where TVector : unmanaged, IVector<TVector>;
}
