using global::FashionMnist;

namespace Overfit.Reporting.Tests.FashionMnist;

public class ConfusionMatrixTests
{
    private static readonly string[] TenNames =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>Two cats found, one taken for a dog; one dog found; no bird, and nothing taken for one.</summary>
    private static readonly ConfusionMatrix Animals = Matrix(["cat", "dog", "bird"], [0, 0, 1, 0], [0, 1, 1, 0]);

    [Fact]
    public void CountsWhatWasTakenForWhat()
    {
        Assert.Equal((2, 1, 0), (Animals[0, 0], Animals[0, 1], Animals[1, 0]));
        Assert.Equal(new Share(3, 4), Animals.Accuracy);
        Assert.Equal(new Share(2, 3), Animals.Recall(0));
        Assert.Equal(new Share(1, 2), Animals.Precision(1));
        Assert.Equal(new Share(0, 0), Animals.Recall(2));
    }

    [Fact]
    public void OfEqualProbabilitiesTheFirstIsTheAnswer() =>
        Assert.Equal(1, ConfusionMatrix.Of(Data(["a", "b"], [1]), [0.5f, 0.5f])[1, 0]);

    /// <summary>The intervals of Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void TheIntervalIsWilsons(int hits, int count, double lower, double upper)
    {
        Interval interval = new Share(hits, count).ConfidenceInterval();

        Assert.Equal(lower, interval.Lower, 0.00005);
        Assert.Equal(upper, interval.Upper, 0.00005);
    }

    /// <summary>A thousand of each class, every fourth taken for the next class but one: the table has its usual widths.</summary>
    [Theory]
    [InlineData(80, "T-shi")]
    [InlineData(100, "T-shirt/top")]
    [InlineData(120, "T-shirt/top")]
    public void TheTableFitsTheConsole(int width, string firstColumn)
    {
        int[] actual = [.. Enumerable.Range(0, 10_000).Select(i => i % 10)];
        int[] answers = [.. actual.Select((of, i) => i / 10 % 4 == 0 ? (of + 2) % 10 : of)];
        using StringWriter written = new();

        ConfusionReport.Write(WrittenText.File(written, width), Matrix(TenNames, actual, answers));

        string[] lines = written.ToString().Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        Assert.Equal(
            firstColumn, Assert.Single(lines, line => line.EndsWith("recall ", StringComparison.Ordinal)).Trim().Split(' ')[0]);
        Assert.All(TenNames, name => Assert.Matches($"(?m)^ {name} .* 750 .* 0\\.750 \r?$", written.ToString()));
        Assert.Contains("Test accuracy 75.00 %, 95 % interval 74.14 - 75.84 % (Wilson)", lines);
    }

    private static ConfusionMatrix Matrix(string[] names, int[] actual, int[] answers) => ConfusionMatrix.Of(
        Data(names, actual),
        [.. answers.SelectMany(answer => names.Select((_, of) => of == answer ? 0.6f : 0.1f))]);

    private static Dataset Data(string[] names, int[] classes) =>
        new(new float[classes.Length], 1, [.. classes.Select(of => (float)of)], 1, new() { Classes = [.. names] });
}
