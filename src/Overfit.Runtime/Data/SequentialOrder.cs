namespace Overfit;

/// <summary>Takes the rows as they stand, in every epoch: Keras's <c>shuffle=False</c>.</summary>
public sealed class SequentialOrder : BatchOrder
{
    /// <inheritdoc/>
    public override void Fill(int epoch, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }
    }
}
