using System.ComponentModel;

namespace Overfit.Kernels;

/// <summary>An activation cheap enough to be computed in registers, where the values in front of it are made.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFusedActivation : IActivation
{
    /// <summary>f(x).</summary>
    internal static abstract TVector Apply<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector>;

    /// <summary>dy * f', given the output y.</summary>
    internal static abstract TVector Derivative<TVector>(TVector y, TVector dy)
        where TVector : unmanaged, IVector<TVector>;
}
