using System.Collections.Immutable;

namespace Overfit;

/// <summary>Which columns of a CSV file are read, by the names in its first line.</summary>
public sealed class CsvColumns
{
    /// <summary>The feature columns, in the order they shall have. Default (empty): all that are not targets.</summary>
    public ImmutableArray<string> Features { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The target columns, in the order they shall have. Default (empty): the last column.</summary>
    public ImmutableArray<string> Targets { get; init => field = value.IsDefault ? [] : value; } = [];
}
