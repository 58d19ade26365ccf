using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>The optimizer's update, whose parameters the threads of a team share: each depends on nothing but its own.</summary>
internal sealed class UpdateWork(Optimizer optimizer, OptimizerState state, Block parameters, Block gradients) : ParallelWork
{
    /// <summary>Parameters from which on it is worth waking a thread: some 15 microseconds of work.</summary>
    private const int SharedFrom = 1 << 16;

    /// <summary>Takes one step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ThreadTeam team)
    {
        optimizer.BeginStep(state);
        if (gradients.Length >= SharedFrom)
        {
            team.Run(this);
        }
        else
        {
            Run(part: 0, parts: 1);
        }

        Optimizer.EndStep(state, parameters.Span);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(int part, int parts)
    {
        (int first, int end) = RangeOf(gradients.Length, CacheLine.Floats, part, parts);
        optimizer.Apply(state, parameters.Slice(first, end - first), gradients.Slice(first, end - first), first);
    }
}
