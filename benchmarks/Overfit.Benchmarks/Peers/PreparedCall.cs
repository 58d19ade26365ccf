namespace Overfit.Benchmarks.Peers;

/// <summary>Everything a contender needs, allocated: one call does the whole workload once.</summary>
internal abstract class PreparedCall : IDisposable
{
    public abstract void Invoke();

    public virtual void Dispose()
    {
    }
}
