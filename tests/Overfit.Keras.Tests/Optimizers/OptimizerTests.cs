using System.Text.Json;

namespace Overfit.Keras.Optimizers;

/// <summary>Steps of each optimizer against Keras: parameters after every call, moments after the last.</summary>
public sealed class OptimizerTests
{
    /// <summary>
    /// How many times Keras's own distance from float32 to float64 a result may be away from float64. Keras's distance is a
    /// largest one over few values (7 of a bias), half a unit in the last place where it is lucky, and roundings fall
    /// differently in a fused multiply-add; where it is 0, so is what is allowed.
    /// </summary>
    private const double Tolerance = 4;

    private static readonly Dictionary<string, JsonElement> Cases =
        GoldenCases.Read("optimizers").GetProperty("cases").EnumerateArray()
            .ToDictionary(item => item.GetProperty("name").GetString()!);

    [Theory]
    [InlineData("sgd")]
    [InlineData("sgd-momentum", "momentum")]
    [InlineData("sgd-nesterov", "momentum")]
    [InlineData("sgd-schedule", "momentum")]
    [InlineData("rmsprop", "velocity")]
    [InlineData("rmsprop-momentum", "velocity", "momentum")]
    [InlineData("rmsprop-centered", "velocity", "momentum", "average_gradient")]
    [InlineData("adam", "momentum", "velocity")]
    [InlineData("adam-epsilon", "momentum", "velocity")]
    [InlineData("adam-amsgrad", "momentum", "velocity", "velocity_hat")]
    [InlineData("adamw", "momentum", "velocity")]
    [InlineData("adamw-amsgrad", "momentum", "velocity", "velocity_hat")]
    [InlineData("zero-rmsprop", "velocity")]
    [InlineData("zero-adam", "momentum", "velocity")]
    [InlineData("tiny-rmsprop", "velocity")]
    [InlineData("tiny-adam", "momentum", "velocity")]
    public void FollowsKeras(string name, params string[] moments)
    {
        JsonElement golden = Cases[name];
        GoldenTensors tensors = GoldenTensors.Read("optimizers", name);
        Optimizer optimizer = Optimizer(golden.GetProperty("config"));
        float[] parameters = [.. tensors.Floats("initial/kernel"), .. tensors.Floats("initial/bias")];
        float[] kernelGradients = tensors.Floats("gradients/kernel");
        float[] biasGradients = tensors.Floats("gradients/bias");
        int biases = tensors.Shape("initial/bias")[0];
        int kernels = parameters.Length - biases;
        OptimizerState state = optimizer.CreateState(parameters.Length);
        Comparison comparison = new(golden, tensors, kernels);

        int calls = tensors.Shape("gradients/kernel")[0];
        for (int call = 0; call < calls; call++)
        {
            state.LearningRate = (float)LearningRate(golden.GetProperty("config"), call);
            float[] gradients =
            [
                .. kernelGradients.AsSpan(call * kernels, kernels),
                .. biasGradients.AsSpan(call * biases, biases),
            ];
            optimizer.Update(state, parameters, gradients);
            comparison.Parameters(parameters, call);
        }

        Assert.Equal(calls, state.Step);
        Assert.Equal(moments.Length, state.MomentCount);
        for (int i = 0; i < moments.Length; i++)
        {
            comparison.Moment(moments[i], state.Moment(i));
        }
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("rmsprop")]
    [InlineData("adam")]
    [InlineData("adamw")]
    public void DefaultsAreThoseOfKeras(string name)
    {
        JsonElement config = Cases[name].GetProperty("config");
        Optimizer configured = Optimizer(config);
        Optimizer defaults = (Optimizer)Activator.CreateInstance(configured.GetType())!;
        foreach (System.Reflection.PropertyInfo property in configured.GetType().GetProperties())
        {
            Assert.Equal(property.GetValue(configured), property.GetValue(defaults));
        }
    }

    private static Optimizer Optimizer(JsonElement config)
    {
        double Number(string setting) => config.GetProperty(setting).GetDouble();
        bool Flag(string setting) => config.GetProperty(setting).GetBoolean();

        double learningRate = LearningRate(config, call: 0);
        return config.GetProperty("class").GetString() switch
        {
            "SGD" => new Sgd { LearningRate = learningRate, Momentum = Number("momentum"), Nesterov = Flag("nesterov") },
            "RMSprop" => new RmsProp
            {
                LearningRate = learningRate,
                Rho = Number("rho"),
                Momentum = Number("momentum"),
                Epsilon = Number("epsilon"),
                Centered = Flag("centered"),
            },
            "Adam" => new Adam
            {
                LearningRate = learningRate,
                Beta1 = Number("beta_1"),
                Beta2 = Number("beta_2"),
                Epsilon = Number("epsilon"),
                AmsGrad = Flag("amsgrad"),
            },
            "AdamW" => new AdamW
            {
                LearningRate = learningRate,
                Beta1 = Number("beta_1"),
                Beta2 = Number("beta_2"),
                Epsilon = Number("epsilon"),
                AmsGrad = Flag("amsgrad"),
                WeightDecay = Number("weight_decay"),
            },
            var other => throw new InvalidDataException($"{other} is not an optimizer here."),
        };
    }

    private static double LearningRate(JsonElement config, int call)
    {
        JsonElement rate = config.GetProperty("learning_rate");
        return rate.ValueKind == JsonValueKind.Number
            ? rate.GetDouble()
            : rate.GetProperty("initial_learning_rate").GetDouble() *
                Math.Pow(rate.GetProperty("decay_rate").GetDouble(), call / rate.GetProperty("decay_steps").GetDouble());
    }

    /// <summary>Compares a flat block, the kernel before the bias, with Keras in float64.</summary>
    private sealed class Comparison(JsonElement golden, GoldenTensors tensors, int kernels)
    {
        /// <summary>The parameters after a call, counted from 0.</summary>
        public void Parameters(ReadOnlySpan<float> actual, int call)
        {
            Compare("kernel", actual[..kernels], call);
            Compare("bias", actual[kernels..], call);
        }

        /// <summary>A moment after the last call.</summary>
        public void Moment(string moment, ReadOnlySpan<float> actual)
        {
            Compare($"state/kernel_{moment}", actual[..kernels], 0);
            Compare($"state/bias_{moment}", actual[kernels..], 0);
        }

        private void Compare(string name, ReadOnlySpan<float> actual, int row)
        {
            double allowed = Tolerance * golden.GetProperty("f32_minus_f64").GetProperty(name).GetProperty("abs").GetDouble();
            double[] expected = tensors.Doubles("f64/" + name)[(row * actual.Length)..][..actual.Length];
            for (int i = 0; i < actual.Length; i++)
            {
                double distance = Math.Abs(actual[i] - expected[i]);
                Assert.True(
                    distance <= allowed,
                    $"{name}[{row}, {i}] is {actual[i]}, not {expected[i]}: {distance:e1} > {allowed:e1}");
            }
        }
    }
}
