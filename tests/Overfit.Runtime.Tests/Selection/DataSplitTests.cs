using CsCheck;

namespace Overfit.Tests.Selection;

public sealed class DataSplitTests
{
    [Fact]
    public void Parts_are_disjoint_and_cover_all_rows() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int, Gen.Double[0, 0.5], Gen.Double[0, 0.5]).Sample((count, seed, validation, test) =>
        {
            Dataset data = Numbered(count);
            if (count - Math.Ceiling(count * validation) - Math.Ceiling(count * test) < 1)
            {
                Assert.Throws<ArgumentException>(() => DataSplit.Random(data, seed, validation, test));
                return;
            }

            DataSplit split = DataSplit.Random(data, seed, validation, test);
            RequirePartition(split);
            Assert.Equal((int)Math.Ceiling(count * validation), split.ValidationRows.Length);
            Assert.Equal((int)Math.Ceiling(count * test), split.TestRows.Length);
        });

    [Fact]
    public void The_same_seed_deals_the_same_rows()
    {
        Dataset data = Numbered(100);
        DataSplit split = DataSplit.Random(data, 3, 0.2, 0.1);
        Assert.Equal(split.TrainingRows.AsSpan(), DataSplit.Random(data, 3, 0.2, 0.1).TrainingRows.AsSpan());
        Assert.NotEqual(split.ValidationRows.Order(), DataSplit.Random(data, 4, 0.2, 0.1).ValidationRows.Order());
        Assert.NotEqual(split.TrainingRows.Order(), split.TrainingRows);
    }

    // What scikit-learn's train_test_split(range(n), test_size=part) sets aside, 0.07 of 100 included: ceil(7.000000000000001).
    [Theory]
    [InlineData(100, 0.2, 20)]
    [InlineData(101, 0.2, 21)]
    [InlineData(10, 0.25, 3)]
    [InlineData(3, 0.01, 1)]
    [InlineData(100, 0.07, 8)]
    public void What_is_set_aside_rounds_up(int count, double part, int expected)
    {
        Assert.Equal(expected, DataSplit.Random(Numbered(count), 0, 0, part).TestRows.Length);
        Assert.Equal(expected, DataSplit.Random(Numbered(count), 0, part).ValidationRows.Length);
    }

    [Fact]
    public void A_part_not_asked_for_is_null()
    {
        DataSplit validated = DataSplit.Random(Numbered(10), 0, 0.2);
        Assert.Null(validated.Test);
        Assert.Empty(validated.TestRows);
        DataSplit tested = DataSplit.ByPosition(Numbered(10), 0, 0.2);
        Assert.Null(tested.Validation);
        Assert.Equal([8, 9], tested.TestRows.AsSpan());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(20.0)]
    [InlineData(double.NaN)]
    public void What_is_no_fraction_is_refused(double part)
    {
        Dataset data = Numbered(10);
        Assert.Throws<ArgumentOutOfRangeException>("validation", () => DataSplit.Random(data, 0, part));
        Assert.Throws<ArgumentOutOfRangeException>("test", () => DataSplit.Random(data, 0, 0.1, part));
        Assert.Throws<ArgumentOutOfRangeException>("validation", () => DataSplit.ByPosition(data, part));
        Assert.Throws<ArgumentOutOfRangeException>("validation", () => DataSplit.Stratified(data, 0, part));
    }

    [Fact]
    public void A_part_without_rows_is_refused()
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(() => DataSplit.Random(Numbered(10), 0, 0.5, 0.5));
        Assert.StartsWith(
            "Validation 0.5 and test 0.5 of 10 rows leave 0 to training, 5 to validation and 5 to test;",
            problem.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DataSplit.Random(Numbered(1), 0, 0.1));
        Assert.Throws<ArgumentException>(() => DataSplit.ByPosition(Numbered(1), 0.1));
        Assert.Throws<ArgumentException>(() => DataSplit.ByPosition(Numbered(10), 1e-17));
    }

    // Keras 3: int(math.floor(n * (1.0 - validation_split))) rows train; 0.9 of 100 included: 1 - 0.9 is 0.09999999999999998.
    [Theory]
    [InlineData(100, 0.2, 80)]
    [InlineData(101, 0.2, 80)]
    [InlineData(7, 0.5, 3)]
    [InlineData(100, 0.9, 9)]
    public void By_position_the_first_rows_train_as_in_Keras(int count, double validation, int training)
    {
        DataSplit split = DataSplit.ByPosition(Numbered(count), validation);
        Assert.Equal(Enumerable.Range(0, training), split.TrainingRows);
        Assert.Equal(Enumerable.Range(training, count - training), split.ValidationRows);
        RequirePartition(split);
    }

    [Fact]
    public void By_position_the_last_rows_test()
    {
        // 1 - 0.3 - 0.3 is 0.39999999999999997: sizes must not be computed from the sum.
        DataSplit split = DataSplit.ByPosition(Numbered(10), 0.3, 0.3);
        Assert.Equal([0, 1, 2, 3], split.TrainingRows.AsSpan());
        Assert.Equal([4, 5, 6], split.ValidationRows.AsSpan());
        Assert.Equal([7, 8, 9], split.TestRows.AsSpan());
        RequirePartition(split);
    }

    [Fact]
    public void Stratified_parts_hold_the_classes_in_proportion() =>
        Gen.Select(Gen.Int[20, 60].Array[2, 5], Gen.Int, Gen.Double[0.1, 0.3], Gen.Double[0.1, 0.3])
            .Sample((counts, seed, validation, test) =>
            {
                int[] classes = [.. counts.SelectMany((count, of) => Enumerable.Repeat(of, count))];
                Dataset data = Dataset.From(Enumerable.Range(0, classes.Length).ToArray(), classes);
                DataSplit split = DataSplit.Stratified(data, seed, validation, test);
                RequirePartition(split);
                Assert.Equal((int)Math.Ceiling(classes.Length * validation), split.ValidationRows.Length);
                Assert.Equal((int)Math.Ceiling(classes.Length * test), split.TestRows.Length);
                for (int of = 0; of < counts.Length; of++)
                {
                    // A largest remainder is off by less than one row; the validation rows are a share of what testing left.
                    double share = (double)counts[of] / classes.Length;
                    int tested = split.TestRows.Count(row => classes[row] == of);
                    int validated = split.ValidationRows.Count(row => classes[row] == of);
                    Assert.InRange(tested - (split.TestRows.Length * share), -1, 1);
                    Assert.InRange(validated - (split.ValidationRows.Length * share), -2, 2);
                }
            });

    [Fact]
    public void Stratified_by_hand()
    {
        // 6 and 4 of 10 rows; test is ceil(2.5) = 3: 1.8 and 1.2, the larger remainder gets the third.
        Dataset data = Dataset.From(Enumerable.Range(0, 10).ToArray(), [0, 1, 0, 1, 0, 1, 0, 1, 0, 0]);
        DataSplit split = DataSplit.Stratified(data, 1, 0, 0.25);
        Assert.Equal(2, split.Test!.Targets.Count(0f));
        Assert.Equal(1, split.Test.Targets.Count(1f));
        Assert.Equal(split.TestRows.AsSpan(), DataSplit.Stratified(data.WithOneHotTargets(2), 1, 0, 0.25).TestRows.AsSpan());
    }

    [Fact]
    public void Stratifying_needs_classes_that_are_in_every_part()
    {
        Dataset rare = Dataset.From(Enumerable.Range(0, 20).ToArray(), [.. Enumerable.Repeat(0, 19), 2]);
        Refused(() => DataSplit.Stratified(rare, 0, 0.2), "Class 2 has 1 row, which gives 1 to training, 0 to validation");
        Dataset regression = Dataset.From([1, 2, 3], [0.5, 1, 1]);
        Refused(() => DataSplit.Stratified(regression, 0, 0.5), "The target of row 0 is 0.5");
        Dataset pairs = new([1, 2], 1, [0, 1, 1, 1], 2);
        Refused(() => DataSplit.Stratified(pairs, 0, 0.5), "The targets of row 1 are not one 1 and otherwise 0");
        Dataset huge = Dataset.From([1, 2], [0, 1 << 24]);
        Refused(() => DataSplit.Stratified(huge, 0, 0.5), "The target of row 1 is 16777216");
    }

    [Fact]
    public void By_rows_takes_the_rows_named()
    {
        Dataset data = Numbered(6);
        DataSplit split = DataSplit.ByRows(data, [4, 0], [2], [5]);
        Assert.Equal([4f, 0f], split.Training.Features);
        Assert.Equal([2f], split.Validation!.Features);
        Assert.Equal([5f], split.Test!.Features);
        Refused(() => DataSplit.ByRows(data, [], [1]), "No training row is given");
        Refused(() => DataSplit.ByRows(data, [0, 1], [1]), "Row 1 of validation is named before");
        Refused(() => DataSplit.ByRows(data, [0, 0], []), "Row 0 of training is named before");
        Refused(() => DataSplit.ByRows(data, [0], [], [6]), "Row 6 of test does not exist; the dataset has rows 0 to 5.");
        Refused(() => DataSplit.ByRows(data, [-1], []), "Row -1 of training does not exist");
    }

    private static Dataset Numbered(int count)
    {
        int[] rows = [.. Enumerable.Range(0, count)];
        return Dataset.From(rows, rows);
    }

    /// <summary>Every row is in one part, and the parts hold the rows they say; each row's only feature is its number.</summary>
    private static void RequirePartition(DataSplit split)
    {
        int[] rows = [.. split.TrainingRows, .. split.ValidationRows, .. split.TestRows];
        Assert.Equal(Enumerable.Range(0, split.Data.Count), rows.Order());
        Assert.Equal(split.TrainingRows.Select(row => (float)row), split.Training.Features.ToArray());
        Assert.Equal(split.ValidationRows.Select(row => (float)row), split.Validation?.Features.ToArray() ?? []);
        Assert.Equal(split.TestRows.Select(row => (float)row), split.Test?.Features.ToArray() ?? []);
    }

    private static void Refused(Action action, string start) =>
        Assert.StartsWith(start, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
}
