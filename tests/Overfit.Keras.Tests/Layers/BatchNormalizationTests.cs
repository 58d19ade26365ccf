using Overfit.Kernels;

namespace Overfit.Keras.Layers;

/// <summary>
/// Batch normalization against Keras in float64: training, its gradients and moving statistics, and inference. Gradients in
/// inference mode (Keras's frozen layers) have no counterpart here.
/// </summary>
public sealed class BatchNormalizationTests
{
    [Theory]
    [InlineData("bn")]
    [InlineData("bn-statistics")]
    [InlineData("bn-momentum-0.9")]
    [InlineData("bn-epsilon")]
    [InlineData("bn-no-center")]
    [InlineData("bn-no-scale")]
    [InlineData("bn-plain")]
    [InlineData("bn-batch-1")]
    [InlineData("bn-batch-3")]
    [InlineData("bn-offset")]
    [InlineData("bn-constant-feature")]
    [InlineData("bn-rank3")]
    public void BothModesAndTheGradientsAreThoseOfKeras(string name)
    {
        GoldenCase golden = new("layers", name);
        (float[] x, float[] dy) = (golden.Tensors.Floats("x"), golden.Tensors.Floats("dy"));
        (float[] gamma, float[] beta) = (Parameter(golden, "gamma"), Parameter(golden, "beta"));
        float[] mean = golden.Tensors.Floats("state/moving_mean"), variance = golden.Tensors.Floats("state/moving_variance");
        (int rows, int features) = (golden.Rows("x"), golden.Tensors.Shape("x")[^1]);
        float epsilon = golden.Setting("epsilon");
        float[] y = new float[x.Length], dx = new float[x.Length], statistics = new float[2 * features];
        float[] dGamma = new float[gamma.Length], dBeta = new float[beta.Length];

        BatchNormalizationKernel.Forward<Linear>(rows, features, x, gamma, beta, mean, variance, epsilon, y);
        golden.Check("y_inference", y);

        BatchNormalizationKernel.ForwardTraining<Linear>(
            rows, features, x, gamma, beta, mean, variance, golden.Setting("momentum"), epsilon, statistics, y);
        golden.Check("y_train", y);
        golden.Check("state_after/moving_mean", mean);
        golden.Check("state_after/moving_variance", variance);

        BatchNormalizationKernel.Backward(rows, features, x, gamma, statistics, dy, dGamma, dBeta, dx);
        golden.Check("dx_train", dx);
        if (gamma.Length > 0)
        {
            golden.Check("d_gamma_train", dGamma);
        }

        if (beta.Length > 0)
        {
            golden.Check("d_beta_train", dBeta);
        }
    }

    [Theory]
    [InlineData("bn-5-calls")]
    [InlineData("bn-5-calls-momentum-0.9")]
    public void EachCallMovesTheStatistics(string name)
    {
        GoldenCase golden = new("layers", name);
        int[] shape = golden.Tensors.Shape("x");
        (int calls, int rows, int features) = (shape[0], shape[1], shape[2]);
        float[] x = golden.Tensors.Floats("x");
        float[] mean = new float[features], variance = [.. Enumerable.Repeat(1f, features)];
        float[] statistics = new float[2 * features], y = new float[rows * features];
        float momentum = golden.Setting("momentum"), epsilon = golden.Setting("epsilon");
        for (int call = 1; call <= calls; call++)
        {
            ReadOnlySpan<float> batch = x.AsSpan((call - 1) * y.Length, y.Length);
            BatchNormalizationKernel.ForwardTraining<Linear>(
                rows, features, batch, [], [], mean, variance, momentum, epsilon, statistics, y);
            golden.Check($"y_train_{call}", y);
            golden.Check($"moving_mean_{call}", mean);
            golden.Check($"moving_variance_{call}", variance);
        }

        BatchNormalizationKernel.Forward<Linear>(rows, features, x.AsSpan(0, y.Length), [], [], mean, variance, epsilon, y);
        golden.Check("y_inference", y);
    }

    private static float[] Parameter(GoldenCase golden, string name) =>
        golden.Tensors.Has($"parameters/{name}") ? golden.Tensors.Floats($"parameters/{name}") : [];
}
