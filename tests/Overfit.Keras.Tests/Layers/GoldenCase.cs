using System.Text.Json;

namespace Overfit.Keras.Layers;

/// <summary>One golden case: its tensors, its settings, and how far Keras in float32 is from Keras in float64.</summary>
internal sealed class GoldenCase
{
    /// <summary>Half a unit in the last place of a number from 1 to 2: 2^-24.</summary>
    public const double Unit = 1.0 / (1 << 24);

    private readonly JsonElement _entry;

    public GoldenCase(string folder, string name)
    {
        _entry = GoldenCases.Read(folder).GetProperty("cases").EnumerateArray()
            .Single(entry => entry.GetProperty("name").GetString() == name);
        Tensors = GoldenTensors.Read(folder, $"{name}.safetensors");
    }

    public GoldenTensors Tensors { get; }

    public JsonElement Config => _entry.GetProperty("config");

    public JsonElement this[string property] => _entry.GetProperty(property);

    /// <summary>A float setting, such as <c>epsilon</c>.</summary>
    public float Setting(string name) => Config.GetProperty(name).GetSingle();

    /// <summary>Rows of a tensor whose last dimension is the width.</summary>
    public int Rows(string tensor) => Tensors.Floats(tensor).Length / Tensors.Shape(tensor)[^1];

    /// <summary>The largest absolute difference between Keras in float32 and in float64.</summary>
    public double Gap(string tensor) => _entry.GetProperty("f32_minus_f64").GetProperty(tensor).GetProperty("abs").GetDouble();

    /// <summary>
    /// Compares with Keras in float64. Another correct float32 implementation lands at distances like Keras's own: four times
    /// its largest is allowed, and some units of the tensor's largest value, since Keras may have had luck with its rounding.
    /// </summary>
    /// <param name="tensor">Name of the expected tensor, behind <c>f64/</c>.</param>
    /// <param name="actual">What was computed.</param>
    /// <param name="units">Allowed units of 2^-24 of the largest value.</param>
    public void Check(string tensor, ReadOnlySpan<float> actual, double units = 4)
    {
        double[] expected = Tensors.Doubles($"f64/{tensor}");
        Assert.Equal(expected.Length, actual.Length);
        double tolerance = (4 * Gap(tensor)) + (units * Unit * expected.Max(Math.Abs));
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(actual[i] - expected[i]) <= tolerance,
                $"{tensor}[{i}] is {actual[i]} instead of {expected[i]} +- {tolerance}");
        }
    }
}
