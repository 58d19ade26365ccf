namespace Overfit.Reporting;

/// <summary>A curve as dots, two by four to a character.</summary>
internal sealed class CurveDots
{
    private const int Across = 2;
    private const int Down = 4;

    // Unicode numbers the dots of a braille character by columns, with the bottom row, which came later, last.
    private static readonly int[][] Bits = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

    private readonly int[][] _cells;

    private CurveDots(int rows, int columns) =>
        _cells = [.. Enumerable.Range(0, rows).Select(_ => new int[columns])];

    /// <summary>The dots of one character as bits; 0 where the curve does not pass.</summary>
    public int this[int row, int column] => _cells[row][column];

    /// <summary>The dots of a curve whose values are spread evenly over the columns.</summary>
    public static CurveDots Of(double[] values, int columns, LogScale scale)
    {
        CurveDots dots = new(scale.Rows, columns);
        int width = columns * Across;
        int? previous = null;
        for (int x = 0; x < width && values.Length > 0; x++)
        {
            double value = values[(int)Math.Round((double)x * (values.Length - 1) / (width - 1))];
            if (!LogScale.IsShown(value))
            {
                previous = null;
                continue;
            }

            int y = scale.Place(value, scale.Rows * Down);

            // A steep piece is drawn from where the one before it ended.
            int start = previous is { } last && last != y ? last + Math.Sign(y - last) : y;
            for (int dot = Math.Min(start, y); dot <= Math.Max(start, y); dot++)
            {
                dots._cells[dot / Down][x / Across] |= Bits[dot % Down][x % Across];
            }

            previous = y;
        }

        return dots;
    }

    /// <summary>The braille character with these dots.</summary>
    public static string Braille(int dots) => ((char)('\u2800' + dots)).ToString();
}
