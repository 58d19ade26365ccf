using Spectre.Console;

namespace Overfit.Reporting.Tests;

public class LearningCurveChartTests
{
    [Fact]
    public void AFileGetsLetters() => Assert.Equal(
        """
        net: data loss, t training, v validation, x both
          75.0 |xxxxxx                                        vvvvvv
          42.2 |      xxxxxxx                          vvvvvvv
          23.7 |             xxxxxxx            vvvvvvv
          13.3 |                   xxxxxxxvvvvvvv
          7.50 |                          ttttttt
          4.22 |                                ttttttt
          2.37 |                                       ttttttt
          1.33 |                                              tttttt
                epoch 1                                     epoch 40
        """,
        WrittenText.Plain(new LearningCurveChart("net", History.Overfitting(40)) { Height = 8 }, 60).TrimEnd());

    [Fact]
    public void ATerminalGetsColouredBraille()
    {
        using StringWriter written = new();
        WrittenText.Terminal(written, 40).Write(new LearningCurveChart("net", History.Overfitting(40)) { Height = 4 });

        string readable = written.ToString().ReplaceLineEndings("\n").TrimEnd()
            .Replace("\u001b[1m", "<bold>", StringComparison.Ordinal)
            .Replace("\u001b[94m", "<blue>", StringComparison.Ordinal)
            .Replace("\u001b[93m", "<yellow>", StringComparison.Ordinal)
            .Replace("\u001b[0m", "</>", StringComparison.Ordinal);
        string expected = """
        <bold>net</>: data loss, <blue>training</>, <yellow>validation</>, both
          56.2 │⠉⠑⠒⠤⠤⢄⣀⣀                <yellow>⣀⣀⡠⠤⠤⠒⠊⠉</>
          17.8 │        ⠉⠑⠒⠒⠤⢄⣀⣀<yellow>⣀⣀⡠⠤⠒⠒⠊⠉</>
          5.62 │                <blue>⠉⠉⠑⠒⠤⠤⢄⣀</>
          1.78 │                        <blue>⠉⠉⠑⠒⠒⠤⢄⣀</>
                epoch 1                 epoch 40
        """;
        Assert.Equal(expected, readable);
    }

    [Fact]
    public void WithoutColoursLettersTellTheCurvesApart()
    {
        using StringWriter written = new();
        IAnsiConsole console = WrittenText.Terminal(written, 40, ColorSystemSupport.NoColors);
        console.Write(new LearningCurveChart("net", History.Overfitting(40)));

        Assert.Contains("t training, v validation", written.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(written.ToString(), character => character >= '\u2800');
    }

    [Theory]
    [InlineData(80, 80)]
    [InlineData(120, 100)]
    [InlineData(5, 18)]
    public void NoLineIsWiderThanItMayBe(int console, int widest)
    {
        string[] lines = WrittenText.Plain(new LearningCurveChart("net", History.Overfitting(200)), console).Split('\n');

        Assert.Equal(widest, lines[1..].Max(line => line.Length));
    }

    [Fact]
    public void OneEpochIsNamedOnce()
    {
        string text = WrittenText.Plain(new LearningCurveChart("net", History.Of([3.0])), 40);

        Assert.Single(text.Split('\n'), line => line.Contains("epoch 1", StringComparison.Ordinal));
        Assert.DoesNotContain("epoch 1 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotFiniteLeavesAGap()
    {
        EpochRecord[] history = History.Of([1, double.NaN, double.PositiveInfinity, 1]);

        string[] lines = WrittenText.Plain(new LearningCurveChart("net", history) { Height = 2 }, 28).Split('\n');

        // One scale of a single value: it lies in the lower of two lines, with a gap in the middle third.
        Assert.Equal(["  1.03 |", "  0.98 |tttt            tttt"], lines[1..3]);
    }

    [Theory]
    [InlineData]
    [InlineData(0.0, double.NaN)]
    public void NothingToDrawIsSaid(params double[] losses) => Assert.Contains(
        "no finite losses",
        WrittenText.Plain(new LearningCurveChart("net", History.Of(losses)), 40),
        StringComparison.Ordinal);

    [Fact]
    public void AHeightOfOneLineIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningCurveChart("net", []) { Height = 1 });
}
