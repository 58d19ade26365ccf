using System.Collections.Immutable;

namespace Overfit;

/// <summary>One tensor as the header of a safetensors file announces it.</summary>
public sealed class SafetensorsTensor
{
    internal SafetensorsTensor(string name, string elementType, ImmutableArray<long> dimensions, long begin, long end)
    {
        Name = name;
        ElementType = elementType;
        Dimensions = dimensions;
        Begin = begin;
        End = end;
    }

    /// <summary>Unique in the file.</summary>
    public string Name { get; }

    /// <summary>The format's name of the element type, such as <c>F32</c>.</summary>
    public string ElementType { get; }

    /// <summary>Outermost first; empty for a single value, and a dimension may be 0.</summary>
    public ImmutableArray<long> Dimensions { get; }

    /// <summary>Its first byte, counted from the end of the header.</summary>
    public long Begin { get; }

    /// <summary>The byte after its last, counted from the end of the header.</summary>
    public long End { get; }

    /// <summary>Number of elements: the product of the dimensions.</summary>
    public long Length => Dimensions.Aggregate(1L, (length, dimension) => checked(length * dimension));
}
