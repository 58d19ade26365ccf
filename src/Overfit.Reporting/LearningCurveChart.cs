using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Overfit.Reporting;

/// <summary>
/// The learning curves of a run: training and validation data loss over the epochs, the loss on a logarithmic scale.
/// Drawn in coloured braille dots; in letters where the output has no colours or no Unicode, such as a file.
/// </summary>
/// <param name="title">Stands above the chart.</param>
/// <param name="history">The epochs; those that were not evaluated are left out.</param>
public sealed class LearningCurveChart(string title, IEnumerable<EpochRecord> history) : Renderable
{
    private const int LabelWidth = 6;
    private const int NarrowestPlot = 10;

    private static readonly Style TitleStyle = new(decoration: Decoration.Bold);
    private static readonly Style TrainingStyle = new(Color.Blue);
    private static readonly Style ValidationStyle = new(Color.Yellow);

    private readonly EpochRecord[] _epochs = [.. history.Where(record => record.Training is not null)];

    /// <summary>Lines of the plot, at least 2; title and axis are two more. Default: 10.</summary>
    public int Height
    {
        get;
        init => field = value >= 2
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"Height is {value}; it must be at least 2 lines.");
    } = 10;

    /// <summary>Most characters in a line; a narrower console has the last word. Default: 100.</summary>
    public int MaxWidth { get; init; } = 100;

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        int width = Width(maxWidth);
        return new Measurement(width, width);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        ArgumentNullException.ThrowIfNull(options);
        bool isColored = options.Unicode && options.Ansi && options.ColorSystem != ColorSystem.NoColors;
        return [.. Legend(isColored), .. Plot(Width(maxWidth) - LabelWidth - 2, isColored)];
    }

    private int Width(int maxWidth) => Math.Max(Math.Min(MaxWidth, maxWidth), LabelWidth + 2 + NarrowestPlot);

    private IEnumerable<Segment> Legend(bool isColored)
    {
        yield return new Segment(title, TitleStyle);
        yield return new Segment(": data loss, ");
        yield return new Segment(isColored ? "training" : "t training", TrainingStyle);
        yield return new Segment(", ");
        yield return new Segment(isColored ? "validation" : "v validation", ValidationStyle);
        yield return new Segment(isColored ? ", both" : ", x both");
        yield return Segment.LineBreak;
    }

    private IEnumerable<Segment> Plot(int columns, bool isColored)
    {
        double[] training = [.. _epochs.Select(record => record.Training!.DataLoss)];
        double[] validation = [.. _epochs.Select(record => record.Validation?.DataLoss).OfType<double>()];
        if (LogScale.Of([.. training, .. validation], Height) is not { } scale)
        {
            yield return new Segment("(no finite losses above 0)");
            yield return Segment.LineBreak;
            yield break;
        }

        CurveDots trainingDots = CurveDots.Of(training, columns, scale);
        CurveDots validationDots = CurveDots.Of(validation, columns, scale);
        string edge = isColored ? " │" : " |";
        for (int row = 0; row < Height; row++)
        {
            yield return new Segment(scale.Label(row).PadLeft(LabelWidth) + edge);
            int end = columns;
            while (end > 0 && trainingDots[row, end - 1] == 0 && validationDots[row, end - 1] == 0)
            {
                end--;
            }

            for (int column = 0; column < end; column++)
            {
                yield return Cell(trainingDots[row, column], validationDots[row, column], isColored);
            }

            yield return Segment.LineBreak;
        }

        string first = EpochName(_epochs[0]), last = EpochName(_epochs[^1]);
        first = first != last && first.Length + last.Length < columns ? first : "";
        yield return new Segment(new string(' ', LabelWidth + 2) + first + last.PadLeft(columns - first.Length));
        yield return Segment.LineBreak;
    }

    private static string EpochName(EpochRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"epoch {record.Epoch + 1}");

    private static Segment Cell(int training, int validation, bool isColored) => (training, validation) switch
    {
        (0, 0) => new Segment(" "),
        (_, 0) => new Segment(isColored ? CurveDots.Braille(training) : "t", TrainingStyle),
        (0, _) => new Segment(isColored ? CurveDots.Braille(validation) : "v", ValidationStyle),
        _ => new Segment(isColored ? CurveDots.Braille(training | validation) : "x"),
    };
}
