namespace Overfit;

/// <summary>Shuffles the rows anew in every epoch; the order depends on seed, epoch and number of rows alone.</summary>
/// <param name="seed">The run's seed.</param>
public sealed class ShuffledOrder(int seed) : BatchOrder
{
    /// <inheritdoc/>
    public override void Fill(int epoch, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        RandomStream random = new(seed, RandomPurpose.Shuffling, epoch);
        random.Shuffle(rows);
    }
}
