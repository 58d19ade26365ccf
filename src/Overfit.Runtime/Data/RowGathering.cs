using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Overfit;

/// <summary>Copies rows from anywhere in a buffer to one behind the other: a batch, before every training step.</summary>
internal static class RowGathering
{
    /// <summary>Floats in a row from which on asking for it early takes less time than it spares.</summary>
    private const int LongRow = 256;

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

            if (width >= LongRow && i + 1 < rows.Length && (uint)rows[i + 1] < (uint)count)
            {
                Fetch(source.Slice(rows[i + 1] * width, width));
            }

            source.Slice(row * width, width).CopyTo(destination.Slice(i * width, width));
        }
    }

    /// <summary>Asks for a row that is copied next: it can be anywhere, which no processor foresees.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Fetch(ReadOnlySpan<float> row)
    {
        if (Sse.IsSupported)
        {
            fixed (float* p = row)
            {
                for (int i = 0; i < row.Length; i += CacheLine.Floats)
                {
                    Sse.Prefetch1(p + i);
                }
            }
        }
    }

    [DoesNotReturn]
    private static void ThrowNoSuchRow(ReadOnlySpan<int> rows, int i, int count) =>
        throw new ArgumentOutOfRangeException(nameof(rows), rows[i], $"The dataset has rows 0 to {count - 1}.");
}
