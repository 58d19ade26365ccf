using CsCheck;

namespace Overfit.Tests.Data;

public sealed class DatasetTests
{
    private static readonly Dataset Three = new([1, 2, 3, 4, 5, 6], 2, [10, 20, 30], 1);

    [Fact]
    public void Rows_lie_one_behind_the_other()
    {
        Assert.Equal((3, 2, 1), (Three.Count, Three.FeatureCount, Three.TargetCount));
        Assert.Equal([3f, 4f], Three.FeaturesOf(1));
        Assert.Equal([30f], Three.TargetsOf(2));
        Assert.Equal([1f, 2f, 3f, 4f, 5f, 6f], Three.Features);
    }

    [Fact]
    public void What_it_was_made_from_may_change_afterwards()
    {
        float[] features = [1, 2];
        float[][] rows = [[1], [2]];
        Dataset fromSpans = new(features, 1, features, 1);
        Dataset fromRows = Dataset.From(rows, rows);
        features[0] = 99;
        rows[0][0] = 99;
        Assert.Equal([1f, 2f], fromSpans.Features);
        Assert.Equal([1f, 2f], fromSpans.Targets);
        Assert.Equal([1f, 2f], fromRows.Features);
    }

    [Fact]
    public void Arrays_of_any_number_become_floats()
    {
        double[][] points = [[0.1, 1e-3], [2, 3]];
        int[] classes = [0, 1];
        Dataset classified = Dataset.From(points, classes);
        Assert.Equal([0.1f, 0.001f, 2f, 3f], classified.Features);
        Assert.Equal([0f, 1f], classified.Targets);

        Dataset line = Dataset.From([1f, 2f], [3.0, 5.0]);
        Assert.Equal((2, 1, 1), (line.Count, line.FeatureCount, line.TargetCount));
        Assert.Equal([3f, 5f], line.Targets);

        float[][] two = [[1, 2], [3, 4], [5, 6]];
        Dataset pairs = Dataset.From(two, two);
        Assert.Equal((3, 2, 2), (pairs.Count, pairs.FeatureCount, pairs.TargetCount));
        Assert.Equal([5f, 6f], pairs.TargetsOf(2));
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void What_is_not_finite_is_refused_by_row_and_column(float value, string text)
    {
        DatasetNames names = new() { Features = ["height", "age"] };
        ArgumentException feature = Assert.Throws<ArgumentException>(() => new Dataset([1, 2, 3, value], 2, [1, 2], 1, names));
        Assert.StartsWith($"Row 1, feature column 1 ('age') is {text};", feature.Message, StringComparison.Ordinal);
        ArgumentException target = Assert.Throws<ArgumentException>(() => new Dataset([1, 2, 3], 1, [1, 2, 3, 4, value, 6], 2));
        Assert.StartsWith($"Row 2, target column 0 is {text};", target.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_double_beyond_float_is_refused_with_its_value()
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(() => Dataset.From([[1.0, 1e300]], [1]));
        Assert.StartsWith("Row 0, feature column 1 is 1E+300, beyond float's range", problem.Message, StringComparison.Ordinal);
        ArgumentException infinite = Assert.Throws<ArgumentException>(() => Dataset.From([double.PositiveInfinity], [1]));
        Assert.StartsWith("Row 0, feature column 0 is Infinity;", infinite.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        float[][] ragged = [[1, 2], [3]];
        float[][] missing = [[1], null!];
        float[][] hollow = [[], []];
        Refused(() => Dataset.From(ragged, [1, 2]), "Row 1 has 1 features but row 0 has 2");
        Refused(() => Dataset.From(missing, [1, 2]), "Row 1 of the features is null");
        Refused(() => Dataset.From(hollow, [1, 2]), "Row 0 has no feature");
        Refused(() => Dataset.From(Array.Empty<float>(), Array.Empty<float>()), "The dataset is empty");
        Refused(() => Dataset.From(Array.Empty<float[]>(), Array.Empty<float>()), "The dataset is empty");
        Refused(() => new Dataset([], 1, [], 1), "The dataset is empty");
        Refused(() => new Dataset([1, 2, 3], 2, [1], 1), "3 features cannot be rows of 2");
        Refused(() => new Dataset([1, 2], 1, [1, 2, 3], 2), "3 targets cannot be rows of 2");
        Refused(() => new Dataset([1, 2], 1, [1], 1), "There are 2 rows of features but 1 of targets");
        DatasetNames features = new() { Features = ["a", "b"] };
        DatasetNames targets = new() { Targets = ["a", "b"] };
        Refused(() => new Dataset([1], 1, [1], 1, features), "There are 2 feature names for 1 features");
        Refused(() => new Dataset([1], 1, [1], 1, targets), "There are 2 target names for 1 targets");
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dataset([1], 0, [1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dataset([1], 1, [1], 0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MinValue)]
    public void A_row_that_does_not_exist_is_refused(int row)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.FeaturesOf(row));
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.TargetsOf(row));
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.Subset(0, row));
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.GatherFeatures([0, row], new float[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.GatherTargets([0, row], new float[2]));
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused() =>
        Refused(() => Three.GatherFeatures([0, 1], new float[3]), "The destination holds 3 floats; 2 rows of 2 do not fit");

    [Fact]
    public void Gathered_rows_are_the_rows_named_and_nothing_else_is_written() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 6], Gen.Int[0, 30])
            .SelectMany(size => Gen.Select(
                Gen.Const(size), Gen.Float[-1, 1].Array[size.Item1 * size.Item2], Gen.Int[0, size.Item1 - 1].Array[size.Item3]))
            .Sample(drawn =>
            {
                ((int rows, int width, _), float[] values, int[] named) = drawn;
                Dataset data = new(values, width, values, width);
                float[] features = [.. Enumerable.Repeat(7f, (named.Length * width) + 3)];
                float[] targets = [.. features];
                data.GatherFeatures(named, features);
                data.GatherTargets(named, targets);
                float[] expected = [.. named.SelectMany(row => values.Skip(row * width).Take(width)), 7, 7, 7];
                Assert.Equal(expected, features);
                Assert.Equal(expected, targets);
            });

    [Fact]
    public void Gathering_allocates_nothing()
    {
        float[] destination = new float[4];
        int[] rows = [2, 0];
        Three.GatherFeatures(rows, destination);
        Three.GatherTargets(rows, destination);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Three.GatherFeatures(rows, destination);
            Three.GatherTargets(rows, destination);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_subset_keeps_order_repetition_and_names()
    {
        DatasetNames names = new() { Features = ["a"], Targets = ["b"], Classes = ["x", "y"] };
        Dataset subset = new Dataset([1, 2, 3], 1, [0, 1, 0], 1, names).Subset(2, 0, 2);
        Assert.Equal([3f, 1f, 3f], subset.Features);
        Assert.Equal([0f, 0f, 0f], subset.Targets);
        Assert.Same(names, subset.Names);
        Refused(() => subset.Subset(), "The dataset is empty");
    }

    [Fact]
    public void Class_numbers_become_one_hot_targets()
    {
        DatasetNames names = new() { Features = ["a"], Targets = ["kind"], Classes = ["x", "y", "z"] };
        Dataset oneHot = new Dataset([1, 2, 3], 1, [2, 0, 1], 1, names).WithOneHotTargets(3);
        Assert.Equal([0f, 0f, 1f, 1f, 0f, 0f, 0f, 1f, 0f], oneHot.Targets);
        Assert.Equal((3, 3), (oneHot.Count, oneHot.TargetCount));
        Assert.Equal(["x", "y", "z"], oneHot.Names.Targets.AsSpan());
        Assert.Equal([1f, 2f, 3f], oneHot.Features);
        Assert.Empty(new Dataset([1, 2], 1, [0, 1], 1).WithOneHotTargets(4).Names.Targets);
    }

    [Theory]
    [InlineData(3f, "3")]
    [InlineData(-1f, "-1")]
    [InlineData(0.5f, "0.5")]
    public void What_is_no_class_number_is_refused(float target, string text) =>
        Refused(
            () => new Dataset([1, 2], 1, [0, target], 1).WithOneHotTargets(3),
            $"The target of row 1 is {text}; class numbers are whole numbers from 0 to 2.");

    [Fact]
    public void One_hot_targets_come_from_a_single_target_and_two_classes()
    {
        Refused(() => new Dataset([1], 1, [0, 1], 2).WithOneHotTargets(2), "The dataset has 2 targets a row");
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.WithOneHotTargets(1));
        Assert.Contains(
            "rows of 2147483647 targets are more than the 2147483591 numbers that an array holds.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Three.WithOneHotTargets(int.MaxValue)).Message,
            StringComparison.Ordinal);
    }

    private static void Refused(Action action, string start) =>
        Assert.StartsWith(start, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
}
