using System.Globalization;
using System.Text;

namespace Overfit.Reporting;

/// <summary>
/// Learning curves as lines of text: the training and the validation data loss over the epochs, the loss on a logarithmic
/// scale. Drawn in braille dots, two by four to a character, or in plain ASCII where the terminal has no Unicode.
/// </summary>
public sealed class LearningCurveChart
{
    private const int DotsAcross = 2;
    private const int DotsDown = 4;
    private const int LabelWidth = 8;

    private static readonly int[][] BrailleBits = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

    private readonly double[] _training;
    private readonly double[] _validation;

    /// <summary>The curves of a run; epochs that were not evaluated are left out.</summary>
    /// <param name="history">The epochs.</param>
    public LearningCurveChart(IEnumerable<EpochRecord> history)
    {
        EpochRecord[] evaluated = [.. history.Where(record => record.Training is not null)];
        _training = [.. evaluated.Select(record => record.Training!.DataLoss)];
        _validation = [.. evaluated.Where(record => record.Validation is not null).Select(record => record.Validation!.DataLoss)];
    }

    /// <summary>Draws the chart.</summary>
    /// <param name="width">Characters in a line, at least 20.</param>
    /// <param name="height">Lines of the plot, at least 2; one more is the axis of epochs.</param>
    /// <param name="unicode">Whether the terminal shows braille.</param>
    /// <returns>The lines; in each, which curve a character belongs to.</returns>
    public IReadOnlyList<ChartLine> Draw(int width, int height, bool unicode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 2);
        double[] values = [.. _training.Concat(_validation).Where(value => double.IsFinite(value) && value > 0)];
        if (values.Length == 0)
        {
            return [new ChartLine("no finite losses", new string(' ', 16))];
        }

        double lowest = Math.Log(values.Min()), highest = Math.Log(values.Max());
        if (highest - lowest < 0.1)
        {
            (lowest, highest) = (lowest - 0.05, highest + 0.05);
        }

        int columns = width - LabelWidth - 1;
        int[][] training = Dots(_training, columns, height, lowest, highest);
        int[][] validation = Dots(_validation, columns, height, lowest, highest);
        List<ChartLine> lines = [];
        for (int row = 0; row < height; row++)
        {
            double share = height == 1 ? 0 : (double)row / (height - 1);
            string label = Math.Exp(highest - (share * (highest - lowest))).ToString("G3", CultureInfo.InvariantCulture);
            StringBuilder text = new($"{label.PadLeft(LabelWidth)} "), owners = new(new string(' ', LabelWidth + 1));
            for (int column = 0; column < columns; column++)
            {
                (char character, char owner) = Cell(training[row][column], validation[row][column], unicode);
                text.Append(character);
                owners.Append(owner);
            }

            lines.Add(new ChartLine(text.ToString().TrimEnd(), owners.ToString()));
        }

        string last = $"epoch {_training.Length.ToString(CultureInfo.InvariantCulture)}";
        string axis = new string(' ', LabelWidth + 1) + "epoch 1".PadRight(columns - last.Length) + last;
        lines.Add(new ChartLine(axis, new string(' ', axis.Length)));
        return lines;
    }

    /// <summary>A character and whose it is: 't' for training, 'v' for validation, which lies on top.</summary>
    private static (char Character, char Owner) Cell(int training, int validation, bool unicode)
    {
        char owner = validation != 0 ? 'v' : training != 0 ? 't' : ' ';
        return unicode
            ? ((training | validation) == 0 ? ' ' : (char)(0x2800 + (training | validation)), owner)
            : (owner switch { 'v' => 'o', 't' => '.', _ => ' ' }, owner);
    }

    /// <summary>The braille dots of a curve, as bits of each character.</summary>
    private static int[][] Dots(double[] values, int columns, int rows, double lowest, double highest)
    {
        int[][] dots = [.. Enumerable.Range(0, rows).Select(_ => new int[columns])];
        int across = columns * DotsAcross, down = rows * DotsDown;
        int? previous = null;
        for (int x = 0; x < across && values.Length > 0; x++)
        {
            double value = values[(int)Math.Round((double)x * (values.Length - 1) / (across - 1))];
            if (!double.IsFinite(value) || value <= 0)
            {
                previous = null;
                continue;
            }

            int y = (int)Math.Round((highest - Math.Log(value)) / (highest - lowest) * (down - 1));

            // A steep piece is drawn down to where the one before it ended.
            int from = previous is { } last && last != y ? last + Math.Sign(y - last) : y;
            for (int dot = from; ; dot += Math.Sign(y - dot))
            {
                dots[dot / DotsDown][x / DotsAcross] |= BrailleBits[dot % DotsDown][x % DotsAcross];
                if (dot == y)
                {
                    break;
                }
            }

            previous = y;
        }

        return dots;
    }
}
