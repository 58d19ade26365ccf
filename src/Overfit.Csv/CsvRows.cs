using System.Collections.Immutable;
using System.Globalization;
using Sylvan.Data.Csv;

namespace Overfit;

/// <summary>The rows of a CSV file below its names; whatever it refuses it names by file, line and column.</summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>Room for one row, in characters: a thousand times what an image of 28 x 28 takes.</summary>
    private const int LongestRow = 1 << 22;

    private readonly CsvDataReader _reader;
    private readonly string _path;
    private int _nextLine;

    public CsvRows(TextReader text, string path)
    {
        _path = path;
        Line = 1;

        // Without a comment character: no row of data may vanish because it begins with '#'.
        CsvDataReaderOptions options = new() { Comment = '\0', MaxBufferSize = LongestRow };
        try
        {
            _reader = CsvDataReader.Create(text, options);
        }
        catch (CsvMissingHeadersException problem)
        {
            throw new InvalidDataException($"{path} is empty; its first line must name the columns.", problem);
        }
        catch (FormatException problem)
        {
            throw Malformed(problem);
        }

        string[] names = [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetName)];
        Header = [.. names.Select(name => name.Trim())];
        _nextLine = 2 + names.Sum(name => name.AsSpan().Count('\n'));
    }

    /// <summary>The names of the columns.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The line of the file on which the row begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Goes on to the next row that is not blank.</summary>
    public bool Read()
    {
        while (Advance())
        {
            if (_reader.RowFieldCount == Header.Length)
            {
                return true;
            }

            bool blank = _reader.RowFieldCount == 1 && _reader.GetFieldSpan(0).IsWhiteSpace();
            if (!blank)
            {
                throw new InvalidDataException(
                    $"{_path}, line {Line} has {_reader.RowFieldCount} cells but line 1 names {Header.Length} columns; "
                    + "every row needs one cell per column.");
            }
        }

        return false;
    }

    /// <summary>A cell's characters, without the spaces around them.</summary>
    public ReadOnlySpan<char> Cell(int column)
    {
        ReadOnlySpan<char> cell = _reader.GetFieldSpan(column).Trim();
        return cell.IsEmpty ? throw Refusal(column, "is empty; fill the gap or drop the row") : cell;
    }

    /// <summary>A cell as a number.</summary>
    public float Number(int column) =>
        TryNumber(column, out float number)
            ? number
            : throw Refusal(
                column,
                $"is '{Cell(column)}', which is not a number such as 1.5; encode categories as numbers, or leave the column out "
                + "by listing the others in CsvColumns");

    /// <summary>A cell as a number, if it is one.</summary>
    public bool TryNumber(int column, out float number)
    {
        ReadOnlySpan<char> cell = Cell(column);
        bool parsed = float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        return parsed && !float.IsFinite(number)
            ? throw Refusal(column, $"is '{cell}', which is not finite as a float; fill the gap or drop the row")
            : parsed;
    }

    public InvalidDataException Refusal(int column, string reason) =>
        new($"{_path}, line {Line}, column '{Header[column]}' {reason}.");

    public void Dispose() => _reader.Dispose();

    private bool Advance()
    {
        try
        {
            Line = _nextLine;
            bool more = _reader.Read();

            // A quoted cell may hold line breaks, and the last line need not end with one.
            _nextLine += more ? Math.Max(1, _reader.GetRawRecordSpan().Count('\n')) : 0;
            return more;
        }
        catch (FormatException problem)
        {
            throw Malformed(problem);
        }
    }

    private InvalidDataException Malformed(FormatException problem) =>
        new($"{_path}, line {Line} cannot be read: {problem.Message}", problem);
}
