using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>Dropout: a mask and a product in training, nothing in inference.</summary>
internal static class DropoutLowering
{
    public static void Lower(DropoutSpec spec, LoweringWalk walk)
    {
        if (walk.IsLast)
        {
            walk.Report(Descriptors.DropoutLast.Id, null, $"{walk.Layer + 1}");
        }

        int width = walk.Shape.Aggregate(1, static (product, dimension) => product * dimension);
        int number = walk.Operations.OfType<DropoutOperation>().Count();
        walk.Append(new DropoutOperation(
            walk.Name, walk.Current, width, walk.TrainingSlot(width), walk.IsTrained, walk.Mask(width), number));
    }
}
