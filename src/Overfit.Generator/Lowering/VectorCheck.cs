using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Lowering;

/// <summary>Refuses shapes of more than one dimension for layers that need a vector.</summary>
internal static class VectorCheck
{
    /// <summary>Reports unless a vector arrives.</summary>
    /// <param name="layer">Kind of the layer.</param>
    /// <param name="needy">What in the layer needs the vector: the layer itself or its activation.</param>
    /// <param name="walk">The walk at this layer.</param>
    public static bool Check(string layer, string needy, LoweringWalk walk)
    {
        if (walk.Shape.Count == 1)
        {
            return true;
        }

        long length = walk.Shape.Aggregate(1L, static (product, dimension) => product * dimension);
        string received = $"[{string.Join(" x ", walk.Shape)}]";
        walk.Report(Descriptors.NeedsVector.Id, null, $"{walk.Layer + 1}", layer, received, needy, $"{length}");
        return false;
    }
}
