namespace Overfit.Tests.Models;

/// <summary>Inference and prediction.</summary>
public sealed class InferenceTests
{
    [Fact]
    public void WithoutChanceBothForwardPassesHaveTheSameBits()
    {
        AssertSame<StackedActivationsNet>();
        AssertSame<ActivateSoftmaxNet>();
        AssertSame<SoftmaxNet>();
        AssertSame<WideNet>();
        AssertSame<DroppingNet>(model => (model.Dropout1.Rate, model.Dropout2.Rate, model.Dropout3.Rate) = (0, 0, 0));
    }

    [Fact]
    public void WithTheBatchsStatisticsInferenceIsTraining()
    {
        // Momentum 0 leaves nothing but the batch's own statistics, and inference leaves out what is dropped.
        NormalizedDroppingNet model = new(1);
        foreach (Layer layer in model.Layers)
        {
            (layer as BatchNormalizationLayer)?.Momentum = 0;
            (layer as DropoutLayer)?.Rate = 0;
        }

        float[] inputs = Inputs(32 * 5);
        (float[] trained, Block statistics) = Train(model, inputs, 32);
        model.Dropout1.Rate = model.Dropout2.Rate = model.Dropout3.Rate = 0.5f;
        float[] inferred = model.Predict(inputs);

        Assert.Equal(statistics.Span.ToArray(), model.Parameters.Span.ToArray());
        Assert.Equal(trained, inferred);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void ARowsOutputDoesNotDependOnTheOthers(int rows)
    {
        WideNet model = new(3);
        float[] inputs = Inputs(rows * 13);
        float[] outputs = model.Predict(inputs);
        Assert.Equal(rows * 3, outputs.Length);
        foreach (int row in new[] { 0, rows / 2, rows - 1 })
        {
            Assert.Equal(outputs[(row * 3)..((row + 1) * 3)], model.Predict(inputs[(row * 13)..((row + 1) * 13)]));
        }
    }

    [Fact]
    public void APredictorSeesLaterParametersAndAllocatesNothing()
    {
        PlainRegressor model = new(1);
        Predictor<PlainRegressor> predictor = new(model);
        float[] outputs = new float[100], inputs = Inputs(100);
        predictor.Predict(inputs, outputs);
        Assert.Equal(model.Predict(inputs), outputs);

        model.Parameters.Span.Clear();
        model.Dense3.Bias[0] = 4;
        long before = GC.GetAllocatedBytesForCurrentThread();
        predictor.Predict(inputs, outputs);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.All(outputs, output => Assert.Equal(4, output));
    }

    [Fact]
    public void PredictingOneRowTakesNoMoreThanThatRow()
    {
        // Activations of one row are 129 floats; 64 rows of them and the fixed floats of training would be 49 kB.
        PlainRegressor model = new(1);
        model.Predict(1f);
        long before = GC.GetAllocatedBytesForCurrentThread();
        float[] outputs = model.Predict(1f);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 129 * sizeof(float), 1000);
        Assert.Equal(model.Predict(1f, 2f)[0], outputs[0]);
    }

    [Fact]
    public void MeasuringAllocatesNothingForABatch()
    {
        // The least object takes 24 bytes: one for each of 1,000 batches would be 24,000.
        Predictor<PlainRegressor> predictor = new(new PlainRegressor(1));
        Dataset data = Training.TrainingData.Line(1000 * 64);
        predictor.Evaluate(data, new MeanSquaredError(), []);
        long least = long.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            // A collection meanwhile counts what is left of the thread's 8 kB as allocated: the least of several is what it takes.
            long before = GC.GetAllocatedBytesForCurrentThread();
            predictor.Evaluate(data, new MeanSquaredError(), []);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, 1000);
    }

    [Fact]
    public void RowsAreWhole()
    {
        Predictor<WideNet> predictor = new(new WideNet());
        Assert.Equal(
            "WideNet takes rows of 13 inputs; received 14. Pass whole rows. (Parameter 'inputs')",
            Assert.Throws<ArgumentException>(() => predictor.Predict(new float[14], new float[3])).Message);
        Assert.Equal(
            "WideNet gives 2 rows of 3 outputs for 26 inputs; there is room for 3. Pass as much room as there are outputs. " +
            "(Parameter 'outputs')",
            Assert.Throws<ArgumentException>(() => predictor.Predict(new float[26], new float[3])).Message);
        Assert.Throws<ArgumentException>(() => new WideNet().Predict(new float[14]));
        Assert.Empty(new WideNet().Predict());
    }

    [Fact]
    public void ASeedIsAStart()
    {
        Assert.Equal(new NarrowNet(5).Parameters.Span.ToArray(), new NarrowNet(5).Parameters.Span.ToArray());
        Assert.NotEqual(new NarrowNet(5).Parameters.Span.ToArray(), new NarrowNet(6).Parameters.Span.ToArray());
        Assert.All(new NarrowNet(5).BatchNormalization1.MovingVariance.ToArray(), value => Assert.Equal(1, value));
    }

    private static void AssertSame<TModel>(Action<TModel>? configure = null)
        where TModel : class, IModel<TModel>
    {
        TModel model = TModel.Create(2);
        configure?.Invoke(model);
        float[] inputs = Inputs(7 * TModel.Description.InputWidth);
        Assert.Equal(Train(model, inputs, 7).Outputs, model.Predict(inputs));
    }

    /// <summary>The outputs of a forward pass of training, and the parameters it left.</summary>
    private static (float[] Outputs, Block Parameters) Train<TModel>(TModel model, float[] inputs, int rows)
        where TModel : class, IModel<TModel>
    {
        Workspace workspace = Workspace.ForTraining<TModel>(rows);
        TModel.ForwardTraining(model, inputs, rows, workspace, new DropoutRandom(1, 1), toLogits: false);
        Span<float> outputs = workspace.Slot(TModel.Description.OutputSlot, rows, TModel.Description.OutputWidth);
        return (outputs.ToArray(), model.Parameters.Copy());
    }

    private static float[] Inputs(int length)
    {
        Random random = new(length);
        return [.. Enumerable.Range(0, length).Select(_ => (4 * random.NextSingle()) - 2)];
    }
}
