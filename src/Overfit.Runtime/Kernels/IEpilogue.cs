namespace Overfit.Kernels;

/// <summary>What a matrix product does to a sum before it is stored: add a bias, apply an activation or its derivative.</summary>
internal interface IEpilogue
{
    /// <summary>Finishes the sums of the columns from (<paramref name="row"/>, <paramref name="column"/>) on, one a lane.</summary>
    TVector Finish<TVector>(TVector sum, nint row, nint column)
        where TVector : unmanaged, IVector<TVector>;

    /// <summary>The same where only the lanes of <paramref name="mask"/> are columns of the result; no others are read.</summary>
    TVector Finish<TVector>(TVector sum, nint row, nint column, TVector mask)
        where TVector : unmanaged, IVector<TVector>;
}
