using System.Collections.Immutable;
using System.Globalization;

namespace Overfit;

/// <summary>The dimensions of a tensor, the batch aside; printed as <c>[28 x 28 x 1]</c>.</summary>
public readonly struct Shape : IEquatable<Shape>
{
    private readonly ImmutableArray<int> _dimensions;

    /// <summary>A shape of these dimensions, each at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A dimension is less than 1, or their product is more than an integer holds.
    /// </exception>
    public Shape(params ReadOnlySpan<int> dimensions)
    {
        long length = 1;
        foreach (int dimension in dimensions)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1, nameof(dimensions));
            length *= dimension;
            if (length > int.MaxValue)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(dimensions),
                    $"A shape of {string.Join(" x ", dimensions.ToArray())} has more than {int.MaxValue} elements; " +
                    "choose smaller dimensions.");
            }
        }

        _dimensions = [.. dimensions];
    }

    /// <summary>The dimensions, outermost first.</summary>
    public ImmutableArray<int> Dimensions => _dimensions.IsDefault ? [] : _dimensions;

    /// <summary>Number of dimensions.</summary>
    public int Rank => Dimensions.Length;

    /// <summary>Product of the dimensions.</summary>
    public int Length
    {
        get
        {
            int length = 1;
            foreach (int dimension in Dimensions)
            {
                length *= dimension;
            }

            return length;
        }
    }

    /// <summary>Whether both have the same dimensions.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether the dimensions differ.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Shape other) => Dimensions.AsSpan().SequenceEqual(other.Dimensions.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int dimension in Dimensions)
        {
            hash.Add(dimension);
        }

        return hash.ToHashCode();
    }

    /// <summary>The dimensions as <c>[28 x 28 x 1]</c>.</summary>
    public override string ToString() =>
        $"[{string.Join(" x ", Dimensions.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)))}]";
}
