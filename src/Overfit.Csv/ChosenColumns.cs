using System.Collections.Immutable;

namespace Overfit;

/// <summary>Where the columns that are read stand in the file.</summary>
internal sealed class ChosenColumns
{
    /// <param name="wanted">The names asked for.</param>
    /// <param name="header">The names in the file.</param>
    /// <param name="path">The file, for messages.</param>
    public ChosenColumns(CsvColumns wanted, ImmutableArray<string> header, string path)
    {
        Dictionary<string, int> places = Places(header, path);
        Targets = wanted.Targets.IsEmpty ? [header.Length - 1] : Find(wanted.Targets, places, header, path);
        Features = wanted.Features.IsEmpty
            ? [.. Enumerable.Range(0, header.Length).Except(Targets)]
            : Find(wanted.Features, places, header, path);
        if (Features.IsEmpty)
        {
            throw new InvalidDataException(
                $"{path} has no column beside the target: {List(header)}; a dataset needs at least one feature. "
                + "Is the first line the one with the names?");
        }

        RequireOnce([.. Features, .. Targets], header, path);
    }

    public ImmutableArray<int> Features { get; }

    public ImmutableArray<int> Targets { get; }

    private static ImmutableArray<int> Find(
        ImmutableArray<string> columns, Dictionary<string, int> places, ImmutableArray<string> header, string path)
    {
        ImmutableArray<int>.Builder found = ImmutableArray.CreateBuilder<int>(columns.Length);
        foreach (string name in columns)
        {
            found.Add(places.TryGetValue(name, out int column)
                ? column
                : throw new ArgumentException($"{path} has no column '{name}'; it has {List(header)}.", nameof(columns)));
        }

        return found.MoveToImmutable();
    }

    private static Dictionary<string, int> Places(ImmutableArray<string> header, string path)
    {
        Dictionary<string, int> places = [];
        for (int column = 0; column < header.Length; column++)
        {
            if (!places.TryAdd(header[column], column) && header[column].Length > 0)
            {
                int first = places[header[column]];
                throw new InvalidDataException(
                    $"{path}, line 1: columns {first + 1} and {column + 1} are both called '{header[column]}'; "
                    + "give each a name of its own.");
            }
        }

        return places;
    }

    /// <summary>A nameless column is often a row number that was written along; it is not taken for a feature unasked.</summary>
    private static void RequireOnce(ImmutableArray<int> columns, ImmutableArray<string> header, string path)
    {
        HashSet<int> seen = [];
        foreach (int column in columns)
        {
            if (header[column].Length == 0)
            {
                throw new InvalidDataException(
                    $"{path}, line 1: column {column + 1} has no name; name it, or leave it out by listing the features in "
                    + "CsvColumns.Features.");
            }

            if (!seen.Add(column))
            {
                throw new ArgumentException(
                    $"Column '{header[column]}' of {path} is asked for twice; name it once, as a feature or as a target "
                    + "(the target is the last column unless CsvColumns.Targets names others).",
                    nameof(columns));
            }
        }
    }

    private static string List(ImmutableArray<string> header) => string.Join(", ", header.Select(name => $"'{name}'"));
}
