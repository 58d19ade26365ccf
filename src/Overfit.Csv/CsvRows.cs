using System.Collections.Immutable;
using System.Globalization;
using System.Text.Unicode;
using CsvHelper;

namespace Overfit;

/// <summary>The rows of a CSV file below its names; whatever it refuses it names by file, line and column.</summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>Room for one row, in bytes: a thousand times what an image of 28 x 28 takes.</summary>
    private const int LongestRow = 1 << 22;

    private readonly CsvReader _reader;
    private readonly string _path;
    private char[] _characters = [];

    public CsvRows(Stream file, string path)
    {
        _path = path;

        // The first line is the one with the names, whatever it says: neither a blank line nor Excel's "sep=;" goes before it.
        _reader = CsvReader.Create(file, new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            MaxRecordSize = LongestRow,
            TrackLineNumbers = true,
        });
        Header = Advance()
            ? [.. Enumerable.Range(0, _reader.FieldCount).Select(column => _reader.GetString(column).Trim())]
            : throw new InvalidDataException($"{path} is empty; its first line must name the columns.");
        if (Header.All(static name => float.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            throw new InvalidDataException(
                $"{path}, line 1 holds nothing but numbers, so it looks like a row of a file without names; write a line with a "
                + "word for each column above it.");
        }
    }

    /// <summary>The names of the columns.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The line of the file on which the row begins, from 1.</summary>
    public int Line => checked((int)_reader.LineNumber);

    /// <summary>Goes on to the next row that is not blank.</summary>
    public bool Read()
    {
        while (Advance())
        {
            if (_reader.FieldCount == Header.Length)
            {
                return true;
            }

            bool blank = _reader.FieldCount == 1 && Characters(0).IsEmpty;
            if (!blank)
            {
                throw new InvalidDataException(
                    $"{_path}, line {Line} has {_reader.FieldCount} cells but line 1 names {Header.Length} columns; "
                    + "every row needs one cell per column.");
            }
        }

        return false;
    }

    /// <summary>A cell's characters, without the spaces around them.</summary>
    public ReadOnlySpan<char> Cell(int column)
    {
        ReadOnlySpan<char> cell = Characters(column);
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
            if (!_reader.Read())
            {
                return false;
            }
        }
        catch (CsvFormatException problem)
        {
            throw new InvalidDataException($"{_path}, line {problem.LineNumber} cannot be read: {problem.Message}", problem);
        }

        RequireWholeCells();
        return true;
    }

    /// <summary>
    /// Refuses what the reader would mend: bytes that are no characters, and broken quotes, the latter without its strict mode,
    /// which refuses 5" as well.
    /// </summary>
    private void RequireWholeCells()
    {
        for (int column = 0; column < _reader.FieldCount; column++)
        {
            ReadOnlySpan<byte> cell = _reader.GetRawSpan(column);
            if (!Utf8.IsValid(cell))
            {
                throw new InvalidDataException(
                    $"{_path}, line {Line}: cell {column + 1} is not valid UTF-8; save the file as UTF-8.");
            }

            if (cell.StartsWith((byte)'"') && !IsWhole(cell))
            {
                throw new InvalidDataException(
                    $"{_path}, line {Line} cannot be read: cell {column + 1} begins with a quote and does not end with its "
                    + "closing quote; close it, and double every quote inside.");
            }
        }
    }

    /// <summary>Whether a cell that begins with a quote ends with another, and has only doubled ones between.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> cell)
    {
        int quotes = 0;
        foreach (byte character in cell[1..])
        {
            if (character == '"')
            {
                quotes++;
            }
            else if (int.IsOddInteger(quotes))
            {
                return false;
            }
        }

        return int.IsOddInteger(quotes);
    }

    private ReadOnlySpan<char> Characters(int column)
    {
        // UTF-8 never takes fewer bytes than its text has characters.
        int longest = _reader.GetSpan(column).Length;
        if (longest > _characters.Length)
        {
            _characters = new char[longest];
        }

        return _characters.AsSpan(0, _reader.GetChars(column, _characters)).Trim();
    }
}
