namespace Overfit.Benchmarks.Micro;

/// <summary>A matrix product, [m x k] . [k x n], with registers of a given width.</summary>
/// <param name="M">Rows of the result.</param>
/// <param name="N">Columns of the result.</param>
/// <param name="K">Terms in a sum.</param>
/// <param name="Lanes">Floats in a register.</param>
/// <param name="Target">Share of the peak at this width that it should reach; null where there is no target.</param>
/// <param name="Prepare">See the base.</param>
internal sealed record ProductCase(int M, int N, int K, int Lanes, double? Target, Func<Action> Prepare)
    : MicroCase($"{M}x{N}x{K}, {32 * Lanes} bits", Prepare)
{
    /// <summary>Floating-point operations of one call, a multiply-add counted as two.</summary>
    public double Operations => 2.0 * M * N * K;
}
