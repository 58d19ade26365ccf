using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>Copies rows from anywhere in a buffer to one behind the other: a batch, before every training step.</summary>
internal static class RowGathering
{
    /// <param name="source">[rows x <paramref name="width"/>].</param>
    /// <param name="width">Floats in one row.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="destination">At least [rows.Length x <paramref name="width"/>].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gather(ReadOnlySpan<float> source, int width, ReadOnlySpan<int> rows, Span<float> destination)
    {
        if ((long)rows.Length * width > destination.Length)
        {
            throw new ArgumentException(
                $"The destination holds {destination.Length} floats; {rows.Length} rows of {width} do not fit.",
                nameof(destination));
        }

        int count = source.Length / width;
        if (width == 1)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                int row = rows[i];
                if ((uint)row >= (uint)count)
                {
                    ThrowNoSuchRow(rows, i, count);
                }

                destination[i] = source[row];
            }

            return;
        }

        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            if ((uint)row >= (uint)count)
            {
                ThrowNoSuchRow(rows, i, count);
            }

            source.Slice(row * width, width).CopyTo(destination.Slice(i * width, width));
        }
    }

    [DoesNotReturn]
    private static void ThrowNoSuchRow(ReadOnlySpan<int> rows, int i, int count) =>
        throw new ArgumentOutOfRangeException(nameof(rows), rows[i], $"The dataset has rows 0 to {count - 1}.");
}
