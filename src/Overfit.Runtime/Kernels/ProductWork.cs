namespace Overfit.Kernels;

/// <summary>A matrix product whose rows are shared by the threads of a team.</summary>
internal sealed class ProductWork<TEpilogue> : ParallelWork
    where TEpilogue : struct, IEpilogue
{
    /// <summary>Rows that stay together: a tile's least height.</summary>
    private const int Group = 4;

    public int M { get; set; }

    public int N { get; set; }

    public int K { get; set; }

    public Operands At { get; set; }

    public TEpilogue Epilogue { get; set; }

    public override void Run(int part, int parts)
    {
        (int first, int end) = RangeOf(M, Group, part, parts);
        Product.MultiplyRows(first, end, N, K, At, Epilogue);
    }
}
