namespace Overfit.Tests.Optimizers;

/// <summary>The running power of a decay.</summary>
public sealed class DecayPowerTests
{
    /// <summary>
    /// Each of n multiplications rounds by at most 2^-53 of itself, and <see cref="Math.Pow"/> by less than one more.
    /// </summary>
    [Theory]
    [InlineData(0.9)]
    [InlineData(0.999)]
    [InlineData(0.5)]
    [InlineData(1e-3)]
    public void IsThePower(double decay)
    {
        DecayPower power = new();
        for (int step = 1; step <= 300; step++)
        {
            double expected = Math.Pow(decay, step), actual = power.At(decay, step);
            if (expected > Math.Pow(2, -59))
            {
                Assert.Equal(expected, actual, (step + 1) * Math.Pow(2, -53) * expected);
            }
            else
            {
                Assert.Equal(1, 1 - actual);
            }
        }
    }

    [Fact]
    public void TheFirstStepsAreExact()
    {
        DecayPower power = new();
        Assert.Equal(1, power.At(0.999, 0));
        Assert.Equal(0.999, power.At(0.999, 1));
        Assert.Equal(0.999 * 0.999, power.At(0.999, 2));
    }

    [Fact]
    public void NothingIsLeftOfTheDecayZero()
    {
        DecayPower power = new();
        Assert.Equal(0, power.At(0, 1));
        Assert.Equal(0, power.At(0, 2));
    }

    /// <summary>A resumed run starts in the middle; a run that starts anew begins at 1 again.</summary>
    [Fact]
    public void TheWayToAStepChangesNoBit()
    {
        DecayPower walked = new();
        double[] powers = [.. Enumerable.Range(0, 60_000).Select(step => walked.At(0.999, step))];
        foreach (int step in new[] { 1, 2, 777, 40_000, 41_000, 59_999 })
        {
            DecayPower jumped = new();
            Assert.Equal(powers[step], jumped.At(0.999, step));
            Assert.Equal(powers[step], walked.At(0.999, step));
        }
    }

    [Fact]
    public void AnotherDecayStartsFromTheBeginning()
    {
        DecayPower power = new();
        power.At(0.999, 5);
        Assert.Equal(0.5 * 0.5 * 0.5 * 0.5 * 0.5, power.At(0.5, 5));
    }
}
