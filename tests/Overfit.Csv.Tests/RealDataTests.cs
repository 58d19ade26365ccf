using Overfit.Keras;

namespace Overfit.Csv.Tests;

public sealed class RealDataTests
{
    [Theory]
    [InlineData("diabetes", 442, 10)]
    [InlineData("breast_cancer", 569, 30, "benign", "malignant")]
    [InlineData("wine", 178, 13, "class_0", "class_1", "class_2")]
    [InlineData("iris", 150, 4, "setosa", "versicolor", "virginica")]
    [InlineData("digits", 1797, 64)]
    public void Real_files_are_read(string name, int rows, int features, params string[] classes)
    {
        Dataset data = Read(name);
        Assert.Equal((rows, features, 1), (data.Count, data.FeatureCount, data.TargetCount));
        Assert.Equal(classes, data.Names.Classes.AsSpan());
    }

    [Fact]
    public void Digits_have_class_numbers_for_targets() =>
        Assert.Equal(10 * 1797, Read("digits").WithOneHotTargets(10).Targets.Length);

    [Fact]
    public void Penguins_are_refused_for_their_categories_and_gaps()
    {
        string path = PathOf("penguins");
        Assert.Equal(
            $"{path}, line 2, column 'island' is 'Torgersen', which is not a number such as 1.5; encode categories as numbers, "
            + "or leave the column out by listing the others in CsvColumns.",
            Assert.Throws<InvalidDataException>(() => CsvDataset.Read(path)).Message);
        CsvColumns numbers = new() { Features = ["bill_length_mm", "body_mass_g"] };
        Assert.Equal(
            $"{path}, line 5, column 'bill_length_mm' is empty; fill the gap or drop the row.",
            Assert.Throws<InvalidDataException>(() => CsvDataset.Read(path, numbers)).Message);
    }

    /// <remarks>
    /// Keras's scripts standardized the numbers in double, a dataset holds them as floats: each value is off by at most 2^-24 of
    /// itself, a mean or deviation by at most 2^-24 of the largest value, and a standardized value by three such errors over the
    /// scale, one of them times the value's own size, and by the rounding of both results to float. Whole numbers, as the pixels
    /// of digits, are the same in both: there only the order of the double sums differs.
    /// </remarks>
    [Theory]
    [InlineData("diabetes", "diabetes_huber_nesterov")]
    [InlineData("breast_cancer", "breast_cancer_sigmoid")]
    [InlineData("wine", "wine_selu_sample_weight")]
    [InlineData("iris", "iris_softmax")]
    [InlineData("digits", "digits_silu_lion_warmup")]
    public void Standardized_as_for_Keras(string name, string training)
    {
        GoldenTensors golden = GoldenTensors.Read("trainings", training);
        Dataset data = Read(name);
        bool regression = golden.Has("standardize/target_mean");
        DataSplit split = DataSplit.ByRows(data, golden.Integers("rows/train"), golden.Integers("rows/validation"));
        Standardizer standardizer = Standardizer.FitTraining(split, targets: regression);
        Dataset standard = standardizer.Apply(split).Training;

        double[] mean = golden.Doubles("standardize/mean");
        double[] scale = golden.Doubles("standardize/scale");
        double[] first = golden.Doubles("check/x_train_first");
        double[] sums = golden.Doubles("check/x_train_sum");
        for (int column = 0; column < data.FeatureCount; column++)
        {
            float[] raw = Column(data, column);
            float[] standardized = Column(standard, column);
            double largest = raw.Max(Math.Abs);
            double rounding = raw.All(float.IsInteger) ? 1e-14 * largest : Math.ScaleB(largest, -24);
            double size = standardized.Max(Math.Abs);
            double tolerance = ((2 + size) * rounding / scale[column]) + Math.ScaleB(size, -23);
            Near(mean[column], standardizer.Features[column].Mean, rounding, $"mean of {column}");
            Near(scale[column], standardizer.Features[column].Scale, rounding, $"scale of {column}");
            Near(first[column], standardized[0], tolerance, $"first row, {column}");
            Near(sums[column], standardized.Sum(value => (double)value), standard.Count * tolerance, $"sum of {column}");
        }

        if (regression)
        {
            Near(golden.Doubles("standardize/target_mean")[0], standardizer.Targets[0].Mean, 1e-11, "mean of the target");
            Near(golden.Doubles("standardize/target_scale")[0], standardizer.Targets[0].Scale, 1e-11, "scale of the target");
        }
    }

    private static float[] Column(Dataset data, int column) =>
        [.. Enumerable.Range(0, data.Count).Select(row => data.FeaturesOf(row)[column])];

    private static void Near(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{what}: {actual:R} is not {expected:R} within {tolerance:R}");

    private static Dataset Read(string name) => CsvDataset.Read(PathOf(name));

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", $"{name}.csv");
}
