using System.Collections.Immutable;

namespace Overfit;

/// <summary>A target column that holds either numbers or the names of classes, which becomes clear while it is read.</summary>
internal sealed class ClassColumn
{
    private readonly Dictionary<string, int> _numbers = [];
    private int _lineOfNumber;
    private int _lineOfName;

    /// <summary>The classes in the order of their numbers; empty where the column holds numbers.</summary>
    public ImmutableArray<string> Names => [.. _numbers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The cell's number, or the number of its class in order of appearance.</summary>
    /// <exception cref="InvalidDataException">The column holds both numbers and names.</exception>
    public float Read(CsvRows rows, int column)
    {
        bool isNumber = rows.TryNumber(column, out float number);
        _ = isNumber ? _lineOfNumber = rows.Line : _lineOfName = rows.Line;
        if (_lineOfNumber > 0 && _lineOfName > 0)
        {
            int other = isNumber ? _lineOfName : _lineOfNumber;
            throw rows.Refusal(
                column,
                isNumber
                    ? $"is the number {rows.Cell(column)}, but line {other} has text; targets are all numbers or all names of classes"
                    : $"is '{rows.Cell(column)}', but line {other} has a number; targets are all numbers or all names of classes");
        }

        return isNumber ? number : NumberOf(rows.Cell(column));
    }

    /// <summary>Renumbers the classes in the ordinal order of their names; the order of the rows does not matter.</summary>
    /// <param name="targets">[rows], as read; numbers stay as they are.</param>
    public void Sort(Span<float> targets)
    {
        if (_numbers.Count == 0)
        {
            return;
        }

        ImmutableArray<string> names = Names;
        int[] sorted = new int[names.Length];
        for (int place = 0; place < names.Length; place++)
        {
            sorted[_numbers[names[place]]] = place;
        }

        foreach (ref float target in targets)
        {
            target = sorted[(int)target];
        }
    }

    private int NumberOf(ReadOnlySpan<char> name)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!numbers.TryGetValue(name, out int number))
        {
            number = _numbers.Count;
            numbers[name] = number;
        }

        return number;
    }
}
