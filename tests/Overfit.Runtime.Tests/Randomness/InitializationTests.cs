namespace Overfit.Tests;

public class InitializationTests
{
    private static readonly LayerDescription Hidden = Dense("Dense1", 3, 5, 0, Initializer.GlorotUniform);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 6)]
    [InlineData(40, 7)]
    [InlineData(7, 40)]
    [InlineData(1, 9)]
    public void Orthogonal_has_orthonormal_rows_or_columns(int rows, int columns)
    {
        float[] matrix = Draw(Initializer.Orthogonal, rows, columns, rows * columns);
        int count = Math.Min(rows, columns);
        for (int one = 0; one < count; one++)
        {
            for (int other = 0; other < count; other++)
            {
                double product = 0;
                for (int i = 0; i < Math.Max(rows, columns); i++)
                {
                    product += rows < columns
                        ? (double)matrix[(one * columns) + i] * matrix[(other * columns) + i]
                        : (double)matrix[(i * columns) + one] * matrix[(i * columns) + other];
                }

                // Entries are rounded to float, half of 2^-23 relative; unit vectors then give at most 2^-23 = 1.2e-7.
                Assert.Equal(one == other ? 1 : 0, product, 1.2e-7);
            }
        }
    }

    [Fact]
    public void Orthogonal_signs_are_fair()
    {
        // Q's law (Haar) has no preferred sign, and rotations are as likely as reflections.
        const int Draws = 4000;
        int positive = 0;
        int rotations = 0;
        RandomStream random = new(1, RandomPurpose.Initialization);
        float[] matrix = new float[4];
        double[] angles = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            Initialization.Initialize(matrix, Initializer.Orthogonal, 2, 2, random);
            positive += matrix[0] > 0 ? 1 : 0;
            rotations += (matrix[0] * matrix[3]) - (matrix[1] * matrix[2]) > 0 ? 1 : 0;
            angles[i] = (Math.Atan2(matrix[2], matrix[0]) / Math.Tau) + 0.5;
        }

        // Four standard errors of a fair coin.
        double width = 4 * Math.Sqrt(Draws * 0.25);
        Assert.InRange(positive, (Draws / 2) - width, (Draws / 2) + width);
        Assert.InRange(rotations, (Draws / 2) - width, (Draws / 2) + width);
        Assert.InRange(Statistics.Kolmogorov(angles, angle => angle), 0, 1.95);
    }

    [Fact]
    public void Truncated_normals_follow_the_cut_law()
    {
        // HeNormal of two inputs has deviation 1; the normal before the cut is wider by 1 / 0.8796.
        double[] draws = [.. Draw(Initializer.HeNormal, 2, 1, 100_000).Select(value => value * 0.87962566103423978)];
        double beyond = Statistics.NormalDistribution(-2);
        Assert.InRange(
            Statistics.Kolmogorov(draws, draw => (Statistics.NormalDistribution(draw) - beyond) / (1 - (2 * beyond))), 0, 1.95);
    }

    [Fact]
    public void Orthogonal_refuses_what_is_no_matrix()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Draw(Initializer.Orthogonal, 5, 5, 5));
        Assert.Contains("needs a matrix, here [5 x 5], but got 5 values", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw(Initializer.HeNormal, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw(Initializer.HeNormal, 1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw((Initializer)99, 1, 1, 1));
        Assert.Throws<ArgumentNullException>(() => Initialization.Initialize(new float[1], Initializer.Ones, 1, 1, null!));
    }

    [Fact]
    public void A_model_gets_each_tensor_by_its_own_law_and_fans()
    {
        LayerDescription normalization = new(
            "BatchNormalization1",
            "BatchNormalization",
            "",
            new Shape(5),
            new Shape(5),
            0,
            [
                new TensorDescription("gamma", new Shape(5), 20, IsTrainable: true, Initializer.Ones),
                new TensorDescription("moving_mean", new Shape(5), 25, IsTrainable: false, Initializer.Zeros),
            ]);
        float[] drawn = Initialize(Model(Hidden, normalization), seed: 1);

        // GlorotUniform of [3 x 5]: within sqrt(6 / 8), and 15 draws within half of it have a probability of 2^-15.
        Assert.All(drawn[..15], value => Assert.InRange(Math.Abs(value), 0, (float)Math.Sqrt(6.0 / 8)));
        Assert.Contains(drawn[..15], value => Math.Abs(value) > Math.Sqrt(6.0 / 8) / 2);
        Assert.Equal(15, drawn[..15].Distinct().Count());
        Assert.All(drawn[15..20], value => Assert.Equal(0, value));
        Assert.All(drawn[20..25], value => Assert.Equal(1, value));
        Assert.All(drawn[25..], value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_bias_has_its_length_for_both_fans()
    {
        // GlorotUniform of 6: within sqrt(6 / 12) = 0.71; with fans of 1 the bound would be 1.73.
        TensorDescription bias = new("bias", new Shape(6), 0, IsTrainable: true, Initializer.GlorotUniform);
        ModelDescription model = Model(new LayerDescription("Dense1", "Dense", "", new Shape(1), new Shape(6), 0, [bias]));
        for (int seed = 0; seed < 20; seed++)
        {
            Assert.All(Initialize(model, seed), value => Assert.InRange(Math.Abs(value), 0, (float)Math.Sqrt(0.5)));
        }
    }

    [Fact]
    public void Another_layer_changes_nothing_for_the_others()
    {
        float[] alone = Initialize(Model(Hidden), seed: 1);
        float[] followed = Initialize(Model(Hidden, Dense("Dense2", 5, 4, 20, Initializer.HeNormal)), seed: 1);
        float[] preceded = Initialize(
            Model(Dense("Dense0", 3, 3, 20, Initializer.HeNormal), Hidden), seed: 1);
        Assert.Equal(alone, followed[..20]);
        Assert.Equal(alone, preceded[..20]);
    }

    [Fact]
    public void Layers_and_seeds_draw_different_numbers()
    {
        LayerDescription second = Dense("Dense2", 3, 5, 20, Initializer.GlorotUniform);
        float[] one = Initialize(Model(Hidden, second), seed: 1);
        float[] two = Initialize(Model(Hidden, second), seed: 2);
        Assert.Equal(60, one[..15].Concat(one[20..35]).Concat(two[..15]).Concat(two[20..35]).Distinct().Count());
        Assert.Equal(one, Initialize(Model(Hidden, second), seed: 1));
    }

    [Fact]
    public void A_block_of_another_length_is_refused()
    {
        ArgumentException error =
            Assert.Throws<ArgumentException>(() => Initialization.Initialize(Model(Hidden), new Block(19), seed: 1));
        Assert.Contains("Model 'Net' has 20 parameters, but a block of 19 was given", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_of_more_dimensions_is_refused()
    {
        TensorDescription kernel = new("kernel", new Shape(3, 3, 2), 0, IsTrainable: true, Initializer.HeNormal);
        ModelDescription model = Model(new LayerDescription("Image1", "Image", "", new Shape(1), new Shape(1), 0, [kernel]));
        ArgumentException error = Assert.Throws<ArgumentException>(() => Initialize(model, 1));
        Assert.Contains("'Image1/kernel' is [3 x 3 x 2]", error.Message, StringComparison.Ordinal);
    }

    private static float[] Draw(Initializer initializer, int fanIn, int fanOut, int length)
    {
        float[] values = new float[length];
        Initialization.Initialize(values, initializer, fanIn, fanOut, new RandomStream(17, RandomPurpose.Initialization));
        return values;
    }

    private static float[] Initialize(ModelDescription model, int seed)
    {
        Block parameters = new(model.ParameterCount);
        parameters.Span.Fill(float.NaN);
        Initialization.Initialize(model, parameters, seed);
        return parameters.Span.ToArray();
    }

    private static LayerDescription Dense(string name, int inputs, int units, int offset, Initializer initializer) => new(
        name,
        "Dense",
        "",
        new Shape(inputs),
        new Shape(units),
        0,
        [
            new TensorDescription("kernel", new Shape(inputs, units), offset, IsTrainable: true, initializer),
            new TensorDescription("bias", new Shape(units), offset + (inputs * units), IsTrainable: true, Initializer.Zeros),
        ]);

    private static ModelDescription Model(params LayerDescription[] layers) =>
        new("Net", layers[0].InputShape, [.. layers], Activation.Linear, 0, 0, 0);
}
