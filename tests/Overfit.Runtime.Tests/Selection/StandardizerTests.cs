using CsCheck;

namespace Overfit.Tests.Selection;

public sealed class StandardizerTests
{
    private static readonly Dataset Four = new([1, 5, 3, 5, 100, 7, -100, 9], 2, [10, 30, 500, 600], 1);

    private static readonly DataSplit HalfTrains = DataSplit.ByRows(Four, [0, 1], [2], [3]);

    [Fact]
    public void By_hand()
    {
        // Training columns 1, 3 (mean 2, deviation 1) and 5, 5 (constant); targets 10, 30 (mean 20, deviation 10).
        Standardizer standardizer = Standardizer.FitTraining(HalfTrains, targets: true);
        Assert.Equal([new ColumnScale(2, 1), new ColumnScale(5, 1)], standardizer.Features);
        Assert.Equal([new ColumnScale(20, 10)], standardizer.Targets);
        DataSplit split = standardizer.Apply(HalfTrains);
        Assert.Equal([-1f, 0f, 1f, 0f], split.Training.Features);
        Assert.Equal([98f, 2f], split.Validation!.Features);
        Assert.Equal([-102f, 4f], split.Test!.Features);
        Assert.Equal([-1f, 1f], split.Training.Targets);
        Assert.Equal([48f], split.Validation.Targets);
        Assert.Equal([3], split.TestRows.AsSpan());
    }

    [Fact]
    public void Targets_stay_as_they_are_unless_asked_for()
    {
        Standardizer standardizer = Standardizer.FitTraining(HalfTrains);
        Assert.Equal([10f, 30f, 500f, 600f], standardizer.Apply(Four).Targets);
        float[] predictions = [0.1f, 7];
        standardizer.Restore(predictions, predictions);
        Assert.Equal([0.1f, 7f], predictions);
    }

    [Fact]
    public void Rows_outside_training_change_nothing()
    {
        Dataset other = new([1, 5, 3, 5, 1e30f, -1, 0, 0], 2, [10, 30, -1, 1e20f], 1);
        Assert.Equal(
            Standardizer.FitTraining(HalfTrains, targets: true).Features,
            Standardizer.FitTraining(DataSplit.ByRows(other, [0, 1], [2, 3]), targets: true).Features);
    }

    [Fact]
    public void A_constant_column_becomes_zeros_although_its_computed_deviation_is_not_zero()
    {
        // The mean of many 0.1f in double differs from 0.1f by rounding; dividing by that deviation would make noise of size 1.
        float[] constant = [.. Enumerable.Repeat(0.1f, 999)];
        DataSplit split = DataSplit.ByPosition(Dataset.From(constant, constant), 0.1);
        Standardizer standardizer = Standardizer.FitTraining(split);
        Assert.Equal([new ColumnScale(0.1f, 1)], standardizer.Features);
        Assert.Equal(999, standardizer.Apply(split.Data).Features.Count(0f));
    }

    [Fact]
    public void Training_columns_have_mean_0_and_deviation_1() =>
        Gen.Select(Gen.Int[2, 50], Gen.Int[1, 4], Gen.Float[-1000, 1000], Gen.Float[1, 100])
            .SelectMany(size => Gen.Select(Gen.Const(size), Gen.Float[-1, 1].Array[size.Item1 * size.Item2]))
            .Sample(drawn =>
            {
                ((int rows, int width, float shift, float spread), float[] noise) = drawn;
                float[] values = Array.ConvertAll(noise, value => shift + (spread * value));
                Dataset data = new(values, width, values, width);
                DataSplit split = DataSplit.ByRows(data, [.. Enumerable.Range(0, rows)], []);
                ReadOnlySpan<float> features = Standardizer.FitTraining(split).Apply(split).Training.Features;
                for (int column = 0; column < width; column++)
                {
                    double[] standard = new double[rows];
                    for (int row = 0; row < rows; row++)
                    {
                        standard[row] = features[(row * width) + column];
                    }

                    // Each value is rounded to float once: 2^-24 of at most sqrt(rows), about 4e-7.
                    double deviation = Math.Sqrt(standard.Sum(value => value * value) / rows);
                    Assert.InRange(standard.Average(), -1e-6, 1e-6);
                    Assert.True(deviation == 0 || Math.Abs(deviation - 1) < 1e-6, $"deviation {deviation}");
                }
            });

    [Fact]
    public void Restoring_undoes_standardizing()
    {
        Standardizer standardizer = Standardizer.FitTraining(HalfTrains, targets: true);
        float[] restored = new float[4];
        standardizer.Restore(standardizer.Apply(Four).Targets, restored);
        Assert.Equal([10f, 30f, 500f, 600f], restored);
    }

    [Fact]
    public void New_rows_are_standardized_as_the_datasets_were()
    {
        Standardizer standardizer = Standardizer.FitTraining(HalfTrains);
        float[] rows = [.. Four.Features];
        standardizer.Apply(rows, rows);
        Assert.Equal(standardizer.Apply(Four).Features, rows);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Standardizer standardizer = Standardizer.FitTraining(HalfTrains);
        Dataset narrow = Dataset.From([1f], [1f]);
        Assert.StartsWith(
            "The dataset has 1 features and 1 targets; the standardizer was fitted on 2 and 1.",
            Assert.Throws<ArgumentException>(() => standardizer.Apply(narrow)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => standardizer.Apply(new float[3], new float[3]));
        Assert.Throws<ArgumentException>(() => standardizer.Apply(new float[2], new float[4]));
        Assert.Throws<ArgumentException>(() => standardizer.Restore(new float[2], new float[1]));
    }

    [Fact]
    public void A_value_that_leaves_the_range_of_float_is_refused()
    {
        Dataset data = Dataset.From([0f, 1e-30f, 1e20f], [0, 0, 0]);
        DataSplit split = DataSplit.ByRows(data, [0, 1], [2]);
        ArgumentException problem = Assert.Throws<ArgumentException>(() => Standardizer.FitTraining(split).Apply(split));
        Assert.StartsWith("Row 2, feature column 0 is Infinity", problem.Message, StringComparison.Ordinal);
    }
}
