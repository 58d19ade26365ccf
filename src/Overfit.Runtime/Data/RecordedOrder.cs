namespace Overfit;

/// <summary>Replays given orders, one per epoch, such as those of a run recorded in another framework.</summary>
public sealed class RecordedOrder : BatchOrder
{
    private readonly int[][] _permutations;

    /// <summary>Takes a copy of the orders.</summary>
    /// <param name="permutations">[epochs][training rows]; each holds every row from 0 once.</param>
    /// <exception cref="ArgumentException">There is no epoch, or one is not a permutation of the rows of the first.</exception>
    public RecordedOrder(int[][] permutations)
    {
        ArgumentNullException.ThrowIfNull(permutations);
        if (permutations.Length == 0)
        {
            throw new ArgumentException("No epoch is recorded; give one permutation per epoch.", nameof(permutations));
        }

        _permutations = new int[permutations.Length][];
        for (int epoch = 0; epoch < permutations.Length; epoch++)
        {
            _permutations[epoch] = Permutation(permutations, epoch);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The epoch was not recorded.</exception>
    /// <exception cref="ArgumentException">Another number of rows was recorded.</exception>
    public override void Fill(int epoch, Span<int> rows)
    {
        if ((uint)epoch >= (uint)_permutations.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(epoch), epoch, $"epochs 0 to {_permutations.Length - 1} are recorded; train no longer.");
        }

        if (rows.Length != _permutations[epoch].Length)
        {
            throw new ArgumentException(
                $"Orders of {_permutations[epoch].Length} rows are recorded, but there are {rows.Length} training rows.",
                nameof(rows));
        }

        _permutations[epoch].CopyTo(rows);
    }

    private static int[] Permutation(int[][] permutations, int epoch)
    {
        int count = permutations[0]?.Length ?? 0;
        int[]? permutation = permutations[epoch];
        if (permutation is null || permutation.Length != count)
        {
            throw new ArgumentException(
                $"Epoch {epoch} orders {permutation?.Length ?? 0} rows but epoch 0 orders {count}.", nameof(permutations));
        }

        bool[] seen = new bool[count];
        for (int i = 0; i < count; i++)
        {
            int row = permutation[i];
            if ((uint)row >= (uint)count || seen[row])
            {
                throw new ArgumentException(
                    $"Epoch {epoch} names row {row} at position {i}; it must name each row from 0 to {count - 1} once.",
                    nameof(permutations));
            }

            seen[row] = true;
        }

        return [.. permutation];
    }
}
