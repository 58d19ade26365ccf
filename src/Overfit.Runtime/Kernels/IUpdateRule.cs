namespace Overfit.Kernels;

/// <summary>
/// How one parameter follows its gradient. Each parameter moves by itself, so that neither the width of a register nor the
/// range an update is called for changes a bit. Fields are the numbers of one step, already rounded to float.
/// </summary>
internal interface IUpdateRule
{
    /// <summary>How many moments each parameter has, 0 to 3; the others are passed as zeros and not stored.</summary>
    static abstract int Moments { get; }

    /// <summary>The parameters after the step; the moments are updated in place.</summary>
    TVector Step<TVector>(TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : unmanaged, IVector<TVector>;
}
