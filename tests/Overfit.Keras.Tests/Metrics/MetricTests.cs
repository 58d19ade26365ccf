using System.Text.Json;

namespace Overfit.Keras.Metrics;

/// <summary>
/// Metrics against Keras in float64 after its last batch. Both compute in double on the same float32 inputs; what remains is
/// double's rounding, and for R2 the cancellation in Keras's one-pass sum of squares.
/// </summary>
public sealed class MetricTests
{
    private const double Tolerance = 1e-13;

    [Theory]
    [InlineData("mae", "mae")]
    [InlineData("rmse", "rmse")]
    [InlineData("r2", "r2_score")]
    [InlineData("r2-uniform", "r2_score")]
    [InlineData("edge-r2-constant", "r2_score")]
    [InlineData("binary-accuracy", "binary_accuracy")]
    [InlineData("binary-accuracy-3", "binary_accuracy")]
    [InlineData("binary-accuracy-threshold", "binary_accuracy")]
    [InlineData("edge-binary-accuracy-half", "binary_accuracy")]
    [InlineData("categorical-accuracy", "categorical_accuracy")]
    [InlineData("edge-categorical-accuracy-ties", "categorical_accuracy")]
    [InlineData("sparse-categorical-accuracy", "sparse_categorical_accuracy")]
    public void Results_are_those_of_Keras(string name, string expectedName)
    {
        GoldenTensors golden = GoldenTensors.Read("metrics", $"{name}.safetensors");
        Metric metric = Create(name);
        int rows = golden.Shape("y_pred")[0];

        double result = metric.Evaluate(golden.Floats("y_pred"), golden.Floats("y_true"), rows);

        double expected = golden.Doubles("f64/result")[^1];
        Assert.InRange(result, expected - Tolerance, expected + Tolerance);
        Assert.Equal(expectedName, metric.Name);
    }

    [Fact]
    public void R2_is_that_of_scikit_learn()
    {
        GoldenTensors golden = GoldenTensors.Read("metrics", "sklearn-r2.safetensors");
        double result = Metric.R2Score().Evaluate(golden.Floats("y_pred"), golden.Floats("y_true"), golden.Shape("y_pred")[0]);
        double expected = golden.Doubles("f64/score")[0];
        Assert.InRange(result, expected - Tolerance, expected + Tolerance);
    }

    private static Metric Create(string name)
    {
        JsonElement config = GoldenCases.Read("metrics").GetProperty("cases").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == name).GetProperty("config");
        return config.GetProperty("class").GetString() switch
        {
            "MeanAbsoluteError" => Metric.MeanAbsoluteError(),
            "RootMeanSquaredError" => Metric.RootMeanSquaredError(),
            "R2Score" => Metric.R2Score(),
            "BinaryAccuracy" => Metric.BinaryAccuracy(config.GetProperty("threshold").GetSingle()),
            "CategoricalAccuracy" => Metric.CategoricalAccuracy(),
            "SparseCategoricalAccuracy" => Metric.SparseCategoricalAccuracy(),
            string other => throw new InvalidDataException($"no metric for {other}"),
            null => throw new InvalidDataException("a case without a class"),
        };
    }
}
