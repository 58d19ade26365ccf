using Overfit.Tests.Losses;

namespace Overfit.Tests.Metrics;

/// <summary>Metrics on data whose result can be worked out by hand, and what they refuse.</summary>
public sealed class MetricTests
{
    [Fact]
    public void Errors_are_means_over_rows_and_outputs()
    {
        float[] outputs = [1, 2, 3, 4];
        float[] targets = [1, 4, 3, -2];
        Assert.Equal(2, Metric.MeanAbsoluteError().Evaluate(outputs, targets, rows: 2));
        Assert.Equal(Math.Sqrt(10), Metric.RootMeanSquaredError().Evaluate(outputs, targets, rows: 2));
    }

    [Fact]
    public void R2_is_1_for_the_targets_0_for_their_mean_and_averages_over_outputs()
    {
        float[] targets = [1, 10, 2, 20, 6, 60];
        Assert.Equal(1, Metric.R2Score().Evaluate(targets, targets, rows: 3));
        Assert.Equal(0, Metric.R2Score().Evaluate([3, 30, 3, 30, 3, 30], targets, rows: 3));
        Assert.Equal(0.5, Metric.R2Score().Evaluate([1, 30, 2, 30, 6, 30], targets, rows: 3));
    }

    // In one pass, the sum of squares less the square of the sum, targets like these would leave mostly rounding: the squares
    // are 1e18, whose spacing in double is 128, and their distances from the mean 11264 in all.
    [Fact]
    public void R2_holds_far_from_zero()
    {
        float[] targets = [1e9f, 1e9f + 64, 1e9f, 1e9f + 128];
        float[] outputs = [1e9f, 1e9f + 64, 1e9f + 64, 1e9f + 128];
        Assert.Equal(1 - (4096.0 / 11264), Metric.R2Score().Evaluate(outputs, targets, rows: 4));
    }

    [Fact]
    public void R2_of_equal_targets_is_0_and_undefined_where_they_are_met()
    {
        Assert.Equal(0, Metric.R2Score().Evaluate([0.1f, 0.3f, 0.1f], [0.1f, 0.1f, 0.1f], rows: 3));
        Assert.Equal(double.NaN, Metric.R2Score().Evaluate([0.1f, 0.1f, 0.1f], [0.1f, 0.1f, 0.1f], rows: 3));
    }

    [Fact]
    public void Binary_accuracy_is_strict_at_its_threshold()
    {
        Assert.Equal(0.75, Metric.BinaryAccuracy().Evaluate([0.5f, 0.5f, 0.6f, 0.4f], [0, 1, 1, 0], rows: 4));
        Assert.Equal(1, Metric.BinaryAccuracy(threshold: 0).Evaluate([-2, 0, 0.1f, 3], [0, 0, 1, 1], rows: 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Metric.BinaryAccuracy(float.NaN));
    }

    [Fact]
    public void Accuracies_take_the_first_of_equals()
    {
        float[] outputs = [1, 1, 0, 0, 2, 2];
        Assert.Equal(1, Metric.CategoricalAccuracy().Evaluate(outputs, [1, 0, 0, 0, 1, 0], rows: 2));
        Assert.Equal(0, Metric.CategoricalAccuracy().Evaluate(outputs, [0, 1, 0, 0, 0, 1], rows: 2));
        Assert.Equal(0.5, Metric.SparseCategoricalAccuracy().Evaluate(outputs, [0, 2], rows: 2));
    }

    [Fact]
    public void Misfits_say_what_to_do()
    {
        ModelDescription one = Descriptions.EndingWith(Activation.Linear, 1);
        ModelDescription three = Descriptions.EndingWith(Activation.Softmax, 3);
        Assert.Null(Metric.R2Score().Misfit(one, targetWidth: 1));
        Assert.Null(Metric.CategoricalAccuracy().Misfit(three, targetWidth: 3));
        Assert.Null(Metric.SparseCategoricalAccuracy().Misfit(three, targetWidth: 1));
        const string Widths = "outputs of Net: 3, targets in a row of the data: 1";
        Assert.Contains(Widths, Metric.MeanAbsoluteError().Misfit(three, 1), StringComparison.Ordinal);
        Assert.Contains(Widths, Metric.CategoricalAccuracy().Misfit(three, 1), StringComparison.Ordinal);
        Assert.Contains("Use binary_accuracy", Metric.CategoricalAccuracy().Misfit(one, 1), StringComparison.Ordinal);
        Assert.Contains("Use binary_accuracy", Metric.SparseCategoricalAccuracy().Misfit(one, 1), StringComparison.Ordinal);
        Assert.Contains(
            "Use categorical_accuracy", Metric.SparseCategoricalAccuracy().Misfit(three, 3), StringComparison.Ordinal);
    }
}
