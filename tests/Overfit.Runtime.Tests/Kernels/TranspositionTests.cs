using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>Transposing moves floats and computes nothing: exact at every size.</summary>
public sealed unsafe class TranspositionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 64)]
    [InlineData(64, 64)]
    [InlineData(8, 16)]
    [InlineData(7, 13)]
    [InlineData(30, 100)]
    [InlineData(65, 33)]
    [InlineData(256, 24)]
    [InlineData(512, 3)]
    [InlineData(256, 5)]
    [InlineData(17, 5)]
    [InlineData(8, 4)]
    [InlineData(30, 7)]
    [InlineData(5, 6)]
    public void EveryElementMoves(int rows, int columns)
    {
        float[] source = Fence.Read([.. Enumerable.Range(0, rows * columns).Select(i => (float)i)]);
        int rowLength = Transposition.RowLength(rows);
        float[] target = Fence.Write(new float[columns * rowLength]);
        fixed (float* from = source, to = target)
        {
            Transposition.Transpose(ThreadTeam.Alone, rows, columns, from, to);
        }

        float[] transposed = Fence.Within(target);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                Assert.Equal(source[(row * columns) + column], transposed[(column * rowLength) + row]);
            }
        }
    }

    /// <summary>Threads share the columns by eights, so that the last one may get fewer.</summary>
    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(20)]
    public void PartsOfTheColumnsMakeTheWhole(int columns)
    {
        const int Rows = 17;
        float[] source = Fence.Read([.. Enumerable.Range(0, Rows * columns).Select(i => (float)i)]);
        float[] target = Fence.Write(new float[columns * Rows]);
        fixed (float* from = source, to = target)
        {
            Transposition.TransposeColumns(0, 8, Rows, columns, from, to);
            Transposition.TransposeColumns(8, columns, Rows, columns, from, to);
        }

        Assert.Equal(
            Enumerable.Range(0, columns * Rows).Select(i => (float)((i % Rows * columns) + (i / Rows))), Fence.Within(target));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(255, 255)]
    [InlineData(256, 272)]
    [InlineData(512, 528)]
    [InlineData(784, 784)]
    public void RowsOfTheTargetAreNeverWholeKilobytesApart(int rows, int expected) =>
        Assert.Equal(expected, Transposition.RowLength(rows));
}
