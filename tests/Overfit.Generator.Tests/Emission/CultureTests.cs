using System.Globalization;

namespace Overfit.Generator.Tests.Emission;

/// <summary>The emitted text and the words of problems depend on no culture: here one that writes numbers unlike C#.</summary>
public sealed class CultureTests
{
    [Fact]
    public void EmittedTextIsTheSame()
    {
        string expected = GeneratorRun.Of(Sources.Everything).Result.GeneratedSources.Single().SourceText.ToString();
        string actual = WithCommas(() => GeneratorRun.Of(Sources.Everything).Result.GeneratedSources.Single().SourceText.ToString());
        Assert.Equal(expected, actual);
        Assert.Contains("0.003F", expected, StringComparison.Ordinal);
        Assert.Contains(": -1", expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Dropout(1.5f)] [Dense(1)]")]
    [InlineData("[Dense(-1)]")]
    [InlineData("[Dense(2147483647)] [Dense(2147483647)]")]
    public void MessagesAreTheSame(string layers)
    {
        string source = $"[Model(2)] {layers} internal sealed partial class A;";
        string Message() => Assert.Single(GeneratorRun.Of(source).Result.Diagnostics).GetMessage(CultureInfo.InvariantCulture);
        Assert.Equal(Message(), WithCommas(Message));
    }

    private static T WithCommas<T>(Func<T> action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NumberGroupSeparator = ".";
        commas.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = commas;
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
