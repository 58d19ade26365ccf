using Overfit.Kernels;

namespace Overfit.Keras.Layers;

/// <summary>Dropout's arithmetic against Keras, with Keras's mask: each has random numbers of its own.</summary>
public sealed class DropoutTests
{
    [Theory]
    [InlineData("dropout")]
    [InlineData("dropout-half")]
    [InlineData("dropout-none")]
    public void KeptValuesAreScaledAsInKeras(string name)
    {
        GoldenCase golden = new("layers", name);
        float rate = golden.Setting("rate");
        (float[] x, float[] dy) = (golden.Tensors.Floats("x"), golden.Tensors.Floats("dy"));
        float[] drawn = new float[10_000], y = new float[x.Length], dx = new float[x.Length];
        float[] ones = [.. Enumerable.Repeat(1f, drawn.Length)];

        DropoutKernel.Forward(new DropoutRandom(1, 0), 0, rate, ones, drawn, new float[drawn.Length]);
        float scale = drawn.Max();
        Assert.All(drawn, factor => Assert.True(factor == 0 || factor == scale));

        // Of 10,000 independent draws, five standard deviations of at most 50.
        Assert.InRange(drawn.Count(factor => factor == 0), (rate * drawn.Length) - 250, (rate * drawn.Length) + 250);

        float[] mask = Array.ConvertAll(golden.Tensors.Floats("mask"), value => value == 0 ? 0 : scale);
        DropoutKernel.Backward(mask, x, y);
        DropoutKernel.Backward(mask, dy, dx);
        golden.Check("y_train", y, units: 2);
        golden.Check("dx_train", dx, units: 2);
    }
}
