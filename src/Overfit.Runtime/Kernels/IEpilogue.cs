namespace Overfit.Kernels;

/// <summary>What a matrix product does to a sum before it is stored: add a bias, apply an activation or its derivative.</summary>
internal interface IEpilogue
{
    /// <summary>Whether sums stay as they are, so that nothing need be done.</summary>
    static abstract bool IsIdentity { get; }

    /// <summary>Finishes the sums of the lanes from (<paramref name="row"/>, <paramref name="column"/>) on.</summary>
    /// <param name="sum">The finished sums.</param>
    /// <param name="row">Row of the result.</param>
    /// <param name="column">Column of the first lane.</param>
    /// <param name="lanes">How many lanes are columns of the result; the others must not be read or written.</param>
    TVector Finish<TVector>(TVector sum, nint row, nint column, int lanes)
        where TVector : unmanaged, IVector<TVector>;
}
