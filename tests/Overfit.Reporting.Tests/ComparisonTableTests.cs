using Spectre.Console;

namespace Overfit.Reporting.Tests;

public class ComparisonTableTests
{
    [Fact]
    public void NamesAreLeftAndNumbersRight() => Assert.Equal(
        """

                        train    val
        ─────────────────────────────
         plain          3.455  2.479
           real Keras  13.453
         [odd]              1      2
        """,
        WrittenText.Plain(
            new ComparisonTable("train", "val")
                .Add("plain", "3.455", "2.479")
                .AddReference("real Keras", "13.453")
                .Add("[odd]", "1", "2"),
            80).TrimEnd());

    [Fact]
    public void WithoutUnicodeItIsAscii()
    {
        using StringWriter written = new();
        IAnsiConsole console = WrittenText.File(written);
        console.Profile.Capabilities.Unicode = false;
        console.Write(new ComparisonTable("train").Add("plain", "3.455"));

        Assert.Contains("3.455", written.ToString(), StringComparison.Ordinal);
        Assert.All(written.ToString(), character => Assert.InRange(character, '\0', '\x7f'));
    }

    [Fact]
    public void TooManyCellsAreRefused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ComparisonTable("train").Add("plain", "1", "2"));

        Assert.StartsWith(
            "Row 'plain' has 2 cells, but the table has 1 columns of numbers.", exception.Message, StringComparison.Ordinal);
    }
}
