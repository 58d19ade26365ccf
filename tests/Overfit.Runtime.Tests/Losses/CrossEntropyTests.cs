namespace Overfit.Tests.Losses;

/// <summary>Cross-entropies where a naive formula overflows, and the models and targets they refuse.</summary>
public sealed class CrossEntropyTests
{
    private static readonly BinaryCrossEntropy Binary = new();
    private static readonly CategoricalCrossEntropy Categorical = new();
    private static readonly SparseCategoricalCrossEntropy Sparse = new();

    [Fact]
    public void Binary_is_exact_for_huge_logits()
    {
        float[] gradient = new float[4];
        double sum = Binary.SumAndGradient([1000, -1000, 1000, -1000], [1, 0, 0, 1], rows: 4, gradient);
        Assert.Equal(2000, sum);
        Assert.Equal([0, 0, 0.25f, -0.25f], gradient);
    }

    [Fact]
    public void Categorical_is_exact_for_huge_logits()
    {
        float[] gradient = new float[6];
        double sum = Categorical.SumAndGradient([1000, -1000, 0, 1000, -1000, 0], [1, 0, 0, 0, 1, 0], rows: 2, gradient);
        Assert.Equal(2000, sum);
        Assert.Equal([0, 0, 0, 0.5f, -0.5f, 0], gradient);
    }

    [Fact]
    public void Sparse_is_exact_for_huge_logits()
    {
        float[] gradient = new float[6];
        double sum = Sparse.SumAndGradient([1000, -1000, 0, 1000, -1000, 0], [0, 1], rows: 2, gradient);
        Assert.Equal(2000, sum);
        Assert.Equal([0, 0, 0, 0.5f, -0.5f, 0], gradient);
    }

    // exp(-40) is 4e-18: what is left of the loss beside 1. A rounded exp(0) would leave 1e-7.
    [Fact]
    public void A_perfect_answer_costs_nothing()
    {
        Assert.InRange(Binary.Sum([40, -40], [1, 0], rows: 2), 0, 1e-15);
        Assert.InRange(Categorical.Sum([40, 0, 0], [1, 0, 0], rows: 1), 0, 1e-15);
        Assert.InRange(Sparse.Sum([40, 0, 0], [0], rows: 1), 0, 1e-15);
    }

    // log(1 + exp(0)) each: enough for the product of the factors 2 to be taken apart several times.
    [Fact]
    public void Binary_adds_up_many_outputs()
    {
        const int Rows = 5000;
        double sum = Binary.Sum(new float[Rows], new float[Rows], Rows);
        Assert.Equal(Rows * Math.Log(2), sum, 1e-9);
    }

    // Adding a constant to all logits changes nothing, so the slopes cancel: only if they take up the sum 1.00009, not 1.
    [Fact]
    public void Categorical_is_consistent_for_rows_that_sum_to_nearly_1()
    {
        float[] gradient = new float[3];
        float[] target = [0.50009f, 0.5f, 0];
        Assert.Null(Categorical.Misfit(target, outputs: 3));
        Categorical.SumAndGradient([1, -1, 0.5f], target, rows: 1, gradient);
        Assert.InRange(gradient[0] + (double)gradient[1] + gradient[2], -3e-7, 3e-7); // the true sum times 6 units of 2^-24
    }

    [Fact]
    public void Class_numbers_are_one_hot_rows()
    {
        LossSample sparse = LossSample.Draw("sparse", rows: 9, width: 10);
        float[] oneHot = new float[90];
        for (int row = 0; row < 9; row++)
        {
            oneHot[(row * 10) + (int)sparse.Targets[row]] = 1;
        }

        float[] expected = new float[90];
        float[] actual = new float[90];
        double sum = Categorical.SumAndGradient(sparse.Scores, oneHot, 9, expected);

        // The same numbers are added in another order: 9 rows, 1e-15 each.
        Assert.Equal(sum, Sparse.SumAndGradient(sparse.Scores, sparse.Targets, 9, actual), 1e-13);
        for (int i = 0; i < 90; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-8f); // one rounding of a gradient below 1/9
        }
    }

    [Fact]
    public void All_read_logits_and_sparse_reads_one_target()
    {
        ModelDescription sigmoid = Descriptions.EndingWith(Activation.Sigmoid, 3);
        ModelDescription softmax = Descriptions.EndingWith(Activation.Softmax, 3);
        Assert.True(Binary.ReadsLogits(sigmoid));
        Assert.True(Categorical.ReadsLogits(softmax));
        Assert.True(Sparse.ReadsLogits(softmax));
        Assert.False(new MeanSquaredError().ReadsLogits(softmax));
        Assert.Equal([3, 3, 1], [Binary.TargetWidth(sigmoid), Categorical.TargetWidth(softmax), Sparse.TargetWidth(softmax)]);
    }

    [Theory]
    [InlineData(Activation.Sigmoid, false)]
    [InlineData(Activation.Linear, true)]
    public void Binary_fits_sigmoid_or_logits(Activation last, bool fromLogits) =>
        Assert.Null(new BinaryCrossEntropy { FromLogits = fromLogits }.Misfit(Descriptions.EndingWith(last, 1)));

    [Theory]
    [InlineData(Activation.Softmax, false)]
    [InlineData(Activation.Linear, true)]
    public void Categorical_fits_softmax_or_logits(Activation last, bool fromLogits)
    {
        ModelDescription model = Descriptions.EndingWith(last, 3);
        Assert.Null(new CategoricalCrossEntropy { FromLogits = fromLogits }.Misfit(model));
        Assert.Null(new SparseCategoricalCrossEntropy { FromLogits = fromLogits }.Misfit(model));
    }

    [Theory]
    [InlineData(Activation.Linear, false, "Net ends with Linear. Make Sigmoid the last activation, or set FromLogits = true.")]
    [InlineData(Activation.Softmax, false, "ends with Sigmoid; Net ends with Softmax. Make Sigmoid the last activation.")]
    [InlineData(Activation.ReLU, false, "ends with Sigmoid; Net ends with ReLU. Make Sigmoid the last activation.")]
    [InlineData(Activation.Sigmoid, true, "ends with Linear; Net ends with Sigmoid. Leave FromLogits out")]
    [InlineData(Activation.Tanh, true, "ends with Linear; Net ends with Tanh. Make Linear the last activation.")]
    public void Binary_refuses_other_endings(Activation last, bool fromLogits, string words)
    {
        ModelDescription model = Descriptions.EndingWith(last, 2);
        Assert.Contains(words, new BinaryCrossEntropy { FromLogits = fromLogits }.Misfit(model), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Activation.Linear, false, "Net ends with Linear. Make Softmax the last activation, or set FromLogits = true.")]
    [InlineData(Activation.Sigmoid, false, "ends with Softmax; Net ends with Sigmoid. Make Softmax the last activation.")]
    [InlineData(Activation.Softmax, true, "ends with Linear; Net ends with Softmax. Leave FromLogits out")]
    public void Categorical_refuses_other_endings(Activation last, bool fromLogits, string words)
    {
        ModelDescription model = Descriptions.EndingWith(last, 3);
        Assert.Contains(words, new CategoricalCrossEntropy { FromLogits = fromLogits }.Misfit(model), StringComparison.Ordinal);
        Assert.Contains(
            words, new SparseCategoricalCrossEntropy { FromLogits = fromLogits }.Misfit(model), StringComparison.Ordinal);
    }

    [Fact]
    public void Categorical_refuses_one_output_and_images()
    {
        ModelDescription one = Descriptions.EndingWith(Activation.Softmax, 1);
        ModelDescription image = Descriptions.EndingWith(Activation.Softmax, 7, 7, 3);
        Assert.Equal(
            "sparse categorical cross-entropy needs one output per class, at least 2; Net has 1. " +
            "For two classes use BinaryCrossEntropy, or end the model with 2 outputs.",
            Sparse.Misfit(one));
        Assert.Equal(
            "categorical cross-entropy needs a vector with one output per class; Net ends with [7 x 7 x 3]. " +
            "End the model with a Dense layer of as many units as classes.",
            Categorical.Misfit(image));
    }

    [Theory]
    [InlineData(-1f, "received -1. Code the two classes as 0 and 1")]
    [InlineData(1.5f, "received 1.5")]
    [InlineData(float.NaN, "received NaN")]
    public void Binary_refuses_targets_outside_0_and_1(float target, string words)
    {
        Assert.Null(Binary.Misfit([0, 1, 0.3f], outputs: 3));
        Assert.Contains(words, Binary.Misfit([0, target, 1], outputs: 3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5f, "received a sum of 1.5. Divide each row by its sum")]
    [InlineData(-0.5f, "received -0.5")]
    [InlineData(float.NaN, "received NaN")]
    [InlineData(float.PositiveInfinity, "received Infinity")]
    public void Categorical_refuses_rows_that_are_no_probabilities(float target, string words)
    {
        Assert.Null(Categorical.Misfit([0, 1, 0], outputs: 3));
        Assert.Null(Categorical.Misfit([1 / 3f, 1 / 3f, 1 / 3f], outputs: 3));
        Assert.Contains(words, Categorical.Misfit([1, target, 0], outputs: 3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3f, "from 0 to 2, one per output; received 3")]
    [InlineData(-1f, "received -1. Number the classes from 0")]
    [InlineData(0.5f, "received 0.5")]
    [InlineData(float.NaN, "received NaN")]
    public void Sparse_refuses_what_is_no_class(float target, string words)
    {
        Assert.Null(Sparse.Misfit([0], outputs: 3));
        Assert.Null(Sparse.Misfit([2], outputs: 3));
        Assert.Contains(words, Sparse.Misfit([target], outputs: 3), StringComparison.Ordinal);
    }

    [Fact]
    public void Sparse_refuses_one_hot_rows() =>
        Assert.Contains("Use CategoricalCrossEntropy", Sparse.Misfit([0, 1, 0], outputs: 3), StringComparison.Ordinal);

    [Theory]
    [InlineData(float.NaN, "received NaN")]
    [InlineData(float.NegativeInfinity, "received -Infinity")]
    public void Errors_refuse_targets_that_are_not_finite(float target, string words) =>
        Assert.Contains(words, new MeanSquaredError().Misfit([0, target], outputs: 2), StringComparison.Ordinal);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Label_smoothing_is_a_share(double smoothing)
    {
        Refused(() => new BinaryCrossEntropy { LabelSmoothing = smoothing });
        Refused(() => new CategoricalCrossEntropy { LabelSmoothing = smoothing });

        static void Refused(Func<Loss> create) => Assert.StartsWith(
            "Label smoothing is the share of a target that is spread evenly: at least 0 and less than 1.",
            Assert.Throws<ArgumentOutOfRangeException>(create).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_label_smoothing_can_be_written_out()
    {
        Assert.Equal(0, new BinaryCrossEntropy { LabelSmoothing = 0 }.LabelSmoothing);
        Assert.Equal(0, new CategoricalCrossEntropy { LabelSmoothing = 0 }.LabelSmoothing);
    }
}
