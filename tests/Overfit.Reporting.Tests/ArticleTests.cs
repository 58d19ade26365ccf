using System.Text.RegularExpressions;

namespace Overfit.Reporting.Tests;

/// <summary>The main sample, run as a program whose output is redirected.</summary>
public class ArticleTests
{
    [Theory]
    [InlineData("--seeds 0", "--seeds is '0'; it must be a whole number from 1 to 1000000. See --help.")]
    [InlineData("--seeds many", "--seeds is 'many'; it must be a whole number from 1 to 1000000. See --help.")]
    [InlineData("--seed -1", "--seed is '-1'; it must be a whole number from 0 to 1000000. See --help.")]
    [InlineData("--epochs 1.5", "--epochs is '1.5'; it must be a whole number from 1 to 1000000. See --help.")]
    [InlineData("--epochs 99999999999", "--epochs is '99999999999'; it must be a whole number from 1 to 1000000. See --help.")]
    [InlineData("--epochs", "Required argument missing for option: '--epochs'. See --help.")]
    [InlineData("--what", "Unrecognized command or argument '--what'. See --help.")]
    public void ABadOptionIsOneLine(string arguments, string expected)
    {
        (int code, string output, string error) = Run(arguments);

        Assert.Equal((1, "", expected), (code, output, error.TrimEnd()));
    }

    [Fact]
    public void HelpTellsTheOptions()
    {
        (int code, string output, string error) = Run("--help");

        Assert.Equal((0, ""), (code, error));
        Assert.All(
            ["--seeds <n>", "--seed <n>", "--epochs <n>", "[default: 30]"],
            part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Fact]
    public void AFileGetsPlainTextAndTheSameOnEveryRun()
    {
        (int code, string output, string error) = Run("--seeds 2 --epochs 20");
        (_, string again, _) = Run("--seeds 2 --epochs 20", ("DOTNET_PROCESSOR_COUNT", "1"));

        Assert.Equal((0, ""), (code, error));
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\r', output);
        Assert.DoesNotContain(output, character => character >= '\u2800');
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.Equal(Untimed(output), Untimed(again));
    }

    [Fact]
    public void OneSeedHasNoInterval()
    {
        (int code, string output, _) = Run("--seeds 1 --epochs 1");

        Assert.Equal(0, code);
        Assert.Contains("The same over one seed", output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
    }

    private static string Untimed(string output) => Regex.Replace(output, " +[0-9]+ *$", "", RegexOptions.Multiline);

    private static (int Code, string Output, string Error) Run(
        string arguments, params (string Name, string Value)[] environment) =>
        SampleProgram.Run("Article", arguments, environment);
}
