using System.Collections.Immutable;

namespace Overfit;

/// <summary>One tensor as the header of a safetensors file announces it.</summary>
/// <param name="Name">Unique in the file.</param>
/// <param name="ElementType">The format's name of the element type, such as <c>F32</c>.</param>
/// <param name="Dimensions">Outermost first; empty for a single value, and a dimension may be 0.</param>
/// <param name="Begin">Its first byte, counted from the end of the header.</param>
/// <param name="End">The byte after its last, counted from the end of the header.</param>
public sealed record SafetensorsTensor(
    string Name, string ElementType, ImmutableArray<long> Dimensions, long Begin, long End)
{
    /// <summary>Number of elements: the product of the dimensions.</summary>
    public long Length => Dimensions.Aggregate(1L, (length, dimension) => checked(length * dimension));
}
