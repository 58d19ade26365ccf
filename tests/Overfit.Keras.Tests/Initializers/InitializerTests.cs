using System.Text.Json;

namespace Overfit.Keras;

/// <summary>Laws are compared with Keras's, never draws.</summary>
public class InitializerTests
{
    private const int Draws = 200_000;

    public static TheoryData<string, Initializer, int, int> Laws
    {
        get
        {
            TheoryData<string, Initializer, int, int> laws = [];
            foreach ((string file, Initializer initializer) in new[]
            {
                ("glorotuniform", Initializer.GlorotUniform),
                ("glorotnormal", Initializer.GlorotNormal),
                ("heuniform", Initializer.HeUniform),
                ("henormal", Initializer.HeNormal),
                ("lecununiform", Initializer.LeCunUniform),
                ("lecunnormal", Initializer.LeCunNormal),
            })
            {
                laws.Add(file, initializer, 1, 64);
                laws.Add(file, initializer, 64, 64);
                laws.Add(file, initializer, 100, 10);
            }

            laws.Add("randomuniform", Initializer.RandomUniform, 64, 64);
            laws.Add("randomnormal", Initializer.RandomNormal, 64, 64);
            return laws;
        }
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Draws_follow_the_law_of_Keras(string file, Initializer initializer, int fanIn, int fanOut)
    {
        GoldenTensors golden = GoldenTensors.Read("initializers", file);
        string law = $"f64/{fanIn}x{fanOut}";
        double mean = golden.Doubles($"{law}/mean")[0];
        double deviation = golden.Doubles($"{law}/sd")[0];
        double kurtosis = golden.Doubles($"{law}/kurtosis")[0];
        float[] values = new float[Draws];
        Initialization.Initialize(values, initializer, fanIn, fanOut, new RandomStream(1, RandomPurpose.Initialization));

        double drawnMean = values.Average(value => (double)value);
        double drawnVariance = values.Average(value => (value - drawnMean) * (value - drawnMean));
        double drawnKurtosis = values.Average(value => Math.Pow(value - drawnMean, 4)) / (drawnVariance * drawnVariance);

        // Four standard errors: sd / sqrt(n) of the mean, sqrt((kurtosis - 1) / 4n) of the relative deviation. The normal law's
        // error of the kurtosis, sqrt(24 / n), is larger than that of the laws with bounds; the laws are 0.57 and more apart.
        double drawnDeviation = Math.Sqrt(drawnVariance);
        Assert.Equal(mean, drawnMean, 4 * deviation / Math.Sqrt(Draws));
        Assert.Equal(1, drawnDeviation / deviation, 4 * Math.Sqrt((kurtosis - 1) / (4.0 * Draws)));
        Assert.Equal(kurtosis, drawnKurtosis, 4 * Math.Sqrt(24.0 / Draws));
        if (golden.Has($"{law}/bound"))
        {
            // No value lies beyond the bound, rounded to float as the values are, and some come within a thousandth of it: even
            // of a cut normal, whose density is lowest there, 1.1e-4 do at either end, 22 of these draws.
            float bound = (float)golden.Doubles($"{law}/bound")[0];
            Assert.InRange(values.Max(), bound * 0.999f, bound);
            Assert.InRange(values.Min(), -bound, -bound * 0.999f);
        }
    }

    [Theory]
    [InlineData("zeros", Initializer.Zeros)]
    [InlineData("ones", Initializer.Ones)]
    public void Constants_are_those_of_Keras(string file, Initializer initializer)
    {
        float[] values = [.. Enumerable.Repeat(float.NaN, 15)];
        Initialization.Initialize(values, initializer, 3, 5, new RandomStream(1, RandomPurpose.Initialization));
        Assert.Equal(GoldenTensors.Read("initializers", file).Floats("f32/3x5"), values);
    }

    public static TheoryData<int, int, double> OrthogonalLaws
    {
        get
        {
            TheoryData<int, int, double> laws = [];
            JsonElement golden = GoldenCases.Read("initializers").GetProperty("cases").EnumerateArray()
                .Single(entry => entry.GetProperty("name").GetString() == "orthogonal");
            foreach (JsonElement law in golden.GetProperty("laws").EnumerateArray())
            {
                if (law.GetProperty("gain").GetDouble() == 1)
                {
                    JsonElement shape = law.GetProperty("flattened");
                    double distance = law.GetProperty("gram_minus_gain2_identity").GetDouble();
                    laws.Add(shape[0].GetInt32(), shape[1].GetInt32(), distance);
                }
            }

            return laws;
        }
    }

    [Theory]
    [MemberData(nameof(OrthogonalLaws))]
    public void Orthogonal_is_no_farther_from_orthonormal_than_that_of_Keras(int rows, int columns, double distance)
    {
        float[] matrix = new float[rows * columns];
        Initialization.Initialize(
            matrix, Initializer.Orthogonal, rows, columns, new RandomStream(2, RandomPurpose.Initialization));

        // Keras decomposes in float32, we in double, so its own distance is the tolerance.
        (int count, int length) = (Math.Min(rows, columns), Math.Max(rows, columns));
        (int step, int stride) = rows <= columns ? (columns, 1) : (1, columns);
        for (int one = 0; one < count; one++)
        {
            for (int other = 0; other < count; other++)
            {
                double product = Enumerable.Range(0, length)
                    .Sum(i => (double)matrix[(one * step) + (i * stride)] * matrix[(other * step) + (i * stride)]);
                Assert.Equal(one == other ? 1 : 0, product, distance);
            }
        }
    }
}
