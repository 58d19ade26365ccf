using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Lowering;

/// <summary>Refuses shapes of more than one dimension for layers that need a vector.</summary>
internal static class VectorCheck
{
    public static bool Check(string kind, LoweringWalk walk)
    {
        if (walk.Shape.Count == 1)
        {
            return true;
        }

        long length = walk.Shape.Aggregate(1L, static (product, dimension) => product * dimension);
        walk.Report(
            Descriptors.NeedsVector.Id, null, $"{walk.Layer + 1}", kind, $"[{string.Join(" x ", walk.Shape)}]", $"{length}");
        return false;
    }
}
