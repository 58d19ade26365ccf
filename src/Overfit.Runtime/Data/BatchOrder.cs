namespace Overfit;

/// <summary>The order in which an epoch takes the training rows; consecutive pieces of it are the batches.</summary>
public abstract class BatchOrder
{
    /// <summary>Writes the order of one epoch: every row from 0 to below the number of rows once.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="rows">[training rows], overwritten.</param>
    public abstract void Fill(int epoch, Span<int> rows);
}
