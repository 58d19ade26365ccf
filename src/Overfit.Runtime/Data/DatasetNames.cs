using System.Collections.Immutable;

namespace Overfit;

/// <summary>What columns and classes of a <see cref="Dataset"/> are called; a list is empty where there are no names.</summary>
public sealed class DatasetNames
{
    /// <summary>No names at all.</summary>
    public static DatasetNames None { get; } = new();

    /// <summary>One name per feature, in order.</summary>
    public ImmutableArray<string> Features { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>One name per target, in order.</summary>
    public ImmutableArray<string> Targets { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>One name per class, in the order of the class numbers, where the targets are classes.</summary>
    public ImmutableArray<string> Classes { get; init => field = value.IsDefault ? [] : value; } = [];
}
