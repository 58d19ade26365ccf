namespace Overfit.Bits.Tests;

/// <summary>
/// The same seed gives the same parameters, histories and predictions, bit for bit: on every run, with any number of threads,
/// at every register width, however the runtime compiles.
/// </summary>
public sealed class SameBitsTests
{
    [Fact]
    public void OnEveryRun() => AssertSame(BitsProgram.Run("--threads 1"));

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void WithAnyNumberOfThreads(int threads) => AssertSame(BitsProgram.Run($"--threads {threads}"));

    [Theory]
    [InlineData("DOTNET_EnableAVX512=0", 256)]
    [InlineData("DOTNET_EnableAVX2=0", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic=0", 0)]
    public void AtEveryRegisterWidth(string setting, int width)
    {
        BitsProgram program = BitsProgram.Run("--threads 1", setting);

        Assert.Equal(Math.Min(width, BitsProgram.Reference.Width), program.Width);
        AssertSame(program);
    }

    [Theory]
    [InlineData("DOTNET_TieredCompilation=0")]
    [InlineData("DOTNET_TieredPGO=0")]
    [InlineData("DOTNET_ReadyToRun=0")]
    public void HoweverTheRuntimeCompiles(string setting) => AssertSame(BitsProgram.Run("--threads 1", setting));

    /// <summary>Lines that were alike whatever was trained would be the same everywhere, too.</summary>
    [Fact]
    public void NoTwoTrainingsAreAlike()
    {
        string[] results = [.. BitsProgram.Reference.Lines.Select(line => line[line.IndexOf(':', StringComparison.Ordinal)..])];

        Assert.Equal(Trials.All.Length, results.Length);
        Assert.Equal(results.Length, results.Distinct().Count());
    }

    private static void AssertSame(BitsProgram program)
    {
        string[] expected = BitsProgram.Reference.Lines, actual = program.Lines;
        Assert.Equal(expected.Length, actual.Length);
        int[] differing = [.. Enumerable.Range(0, expected.Length).Where(i => expected[i] != actual[i])];
        Assert.True(
            differing is [],
            differing is [int first, ..]
                ? $"""
                {differing.Length} of {expected.Length} trainings differ; the first is
                {expected[first]}
                  {BitsProgram.Reference.Platform}
                {actual[first]}
                  {program.Platform}
                """
                : "");
    }
}
