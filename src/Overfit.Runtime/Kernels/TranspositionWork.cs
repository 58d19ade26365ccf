namespace Overfit.Kernels;

/// <summary>A transposition whose columns are shared by the threads of a team.</summary>
internal sealed unsafe class TranspositionWork : ParallelWork
{
    public int Rows { get; set; }

    public int Columns { get; set; }

    public float* Source { get; set; }

    public float* Target { get; set; }

    public override void Run(int part, int parts)
    {
        (int first, int end) = RangeOf(Columns, Transposition.Tile, part, parts);
        Transposition.TransposeColumns(first, end, Rows, Columns, Source, Target);
    }
}
