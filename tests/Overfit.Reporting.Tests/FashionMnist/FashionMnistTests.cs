using System.Text.RegularExpressions;

namespace Overfit.Reporting.Tests.FashionMnist;

/// <summary>The sample, run as a program whose output is redirected, on a small data set.</summary>
public sealed class FashionMnistTests : IDisposable
{
    private readonly IdxFolder _folder = new();

    [Fact]
    public void WithoutTheFilesItSaysHowToGetThem()
    {
        (int code, string output, string error) = Run();

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("apt-get install dataset-fashion-mnist", error, StringComparison.Ordinal);
    }

    [Fact]
    public void ADamagedFileIsOneLine()
    {
        _folder.WriteImages();
        string labels = _folder.Write("t10k-labels-idx1-ubyte", IdxFolder.Idx([50], 1, 2, 3));

        (int code, string output, string error) = Run();

        Assert.Equal((1, ""), (code, output));
        Assert.Equal($"'{labels}' has 3 values, but its header (50) promises 50. Fetch the file again.", error.TrimEnd());
    }

    [Fact]
    public void ABadOptionIsOneLine() => Assert.Equal(
        (1, "", "--epochs is '0'; it must be a whole number from 1 to 1000000. See --help."), Run("--epochs 0"));

    [Fact]
    public void TrainsAndMeasuresOnceAndTheSameOnEveryRun()
    {
        _folder.WriteImages();
        (int code, string output, string error) = Run("--epochs 40");
        (_, string again, _) = Run("--epochs 40");

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("180 images to train on, 20 to validate, 50 to test.", output, StringComparison.Ordinal);
        Assert.Contains("Test accuracy 100.00 %, 95 % interval 92.87 - 100.00 % (Wilson)", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.Equal(Untimed(output), Untimed(again));
    }

    [Theory]
    [InlineData("rate-0.001.safetensors")]
    [InlineData("rate-0.0001.safetensors")]
    public void GoesOnWhereItWasKilled(string file)
    {
        _folder.WriteImages();
        string backups = Path.Combine(_folder.Path, "backups");
        (_, string whole, _) = Run("--epochs 40");
        string options = $"--epochs 40 --backup \"{backups}\"";
        string path = Path.Combine(backups, file);
        SampleProgram.Kill("FashionMnist", $"--data \"{_folder.Path}\" {options}", () => HasEpoch(path));

        (_, _, string refusal) = Run($"{options} --seed 1");
        (int code, string output, string error) = Run(options);

        Assert.Contains("is the backup of another run: its Seed is '0', this run's is '1'.", refusal, StringComparison.Ordinal);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("\nResumed after epoch ", output, StringComparison.Ordinal);
        Assert.Equal(WithoutProgress(whole), WithoutProgress(output));
        Assert.Empty(Directory.GetFiles(backups, "rate-*"));
    }

    public void Dispose() => _folder.Dispose();

    private static string WithoutProgress(string output) =>
        Regex.Replace(Untimed(output), "^(Epoch|Resumed after epoch) [0-9]+/.*\n", "", RegexOptions.Multiline);

    private static bool HasEpoch(string backup)
    {
        if (!File.Exists(backup))
        {
            return false;
        }

        using SafetensorsFile file = SafetensorsFile.Open(backup);
        return file.Metadata["epochs"].Length > 0;
    }

    private static string Untimed(string output) => Regex.Replace(output, "[0-9.]+ s\\b", "");

    private (int Code, string Output, string Error) Run(string options = "")
    {
        (int code, string output, string error) = SampleProgram.Run("FashionMnist", $"--data \"{_folder.Path}\" {options}");
        return (code, output, error.TrimEnd());
    }
}
