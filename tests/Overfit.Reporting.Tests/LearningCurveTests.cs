using Spectre.Console.Testing;

namespace Overfit.Reporting.Tests;

/// <summary>Learning curves as text: exact at a fixed width, plain where the terminal has no Unicode.</summary>
public sealed class LearningCurveTests
{
    [Fact]
    public void FallingCurvesAreDrawnFromTheUpperLeft()
    {
        IReadOnlyList<ChartLine> lines = new LearningCurveChart(Epochs((100, 10), (10, 1))).Draw(30, 3, unicode: false);
        Assert.Equal(
            [
                "     100 ...........",
                "      10 ooooooooooo..........",
                "       1           ooooooooooo",
                "         epoch 1       epoch 2",
            ],
            lines.Select(line => line.Text));
        Assert.Equal(lines[0].Text.Length, lines[0].Owners.TrimEnd().Length);
    }

    [Fact]
    public void BrailleIsUsedWhereThereIsUnicode()
    {
        string text = string.Concat(new LearningCurveChart(Epochs((4, 4))).Draw(20, 2, unicode: true).Select(line => line.Text));
        Assert.Contains(text, character => character is >= '\u2800' and <= '\u28FF');
    }

    [Fact]
    public void LossesThatAreNotFiniteAreLeftOut() =>
        Assert.Equal("no finite losses", Assert.Single(new LearningCurveChart(Epochs((double.NaN, double.PositiveInfinity))).Draw(30, 3, false)).Text);

    [Fact]
    public void AFileGetsPlainText()
    {
        using TestConsole console = new();
        console.Profile.Capabilities.Ansi = false;
        console.WriteLearningCurves("plain", Epochs((4, 2), (2, 1)));
        Assert.StartsWith("plain  training . validation o data loss\n", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', console.Output);
    }

    [Fact]
    public void AFileGetsTheLastEpochOnly()
    {
        using TestConsole console = new();
        Trainer trainer = new(new MeanSquaredError(), new Adam());
        TrainingRun run = trainer.Fit(new Line(seed: 1), Dataset.From([1f, 2f], [1f, 2f]), new TrainingOptions { Epochs = 3, Callbacks = [new ProgressDisplay(console)] });
        Assert.Equal(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Epoch 3/3  online {run.History[2].OnlineLoss:0.0000}  training {run.History[2].Training!.DataLoss:0.0000}\n"),
            console.Output);
    }

    private static IEnumerable<EpochRecord> Epochs(params (double Training, double Validation)[] losses) => losses.Select((loss, epoch) =>
        new EpochRecord(epoch, 0, 0, new SplitRecord(loss.Training, 0, []), new SplitRecord(loss.Validation, 0, []), TimeSpan.Zero));
}

[Model(1)]
[Dense(1)]
internal sealed partial class Line;
