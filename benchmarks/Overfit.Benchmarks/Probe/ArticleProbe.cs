using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Probe;

/// <summary>
/// A step of 1-64-64-1 with ReLU, mean squared error and Adam on 32 rows, written by hand for exactly this network: the unit
/// of the small workloads. It has no generality whatever, neither other sizes nor other registers, penalties or checks.
/// </summary>
internal sealed unsafe class ArticleProbe : PreparedCall
{
    private const int Rows = 32, Width = 64, Points = 96;
    private const int Kernel1 = 0, Bias1 = 64, Kernel2 = 128, Bias2 = Kernel2 + (Width * Width), Kernel3 = Bias2 + 64;
    private const int Bias3 = Kernel3 + 64, Length = Bias3 + 16;

    private readonly ProbeMemory _memory = new();
    private readonly float* _parameters, _gradients, _first, _second, _transposed;
    private readonly float* _hidden1, _hidden2, _delta1, _delta2, _inputs, _targets;
    private ProbeAdam _adam = new();
    private int _batch;

    public ArticleProbe()
    {
        _parameters = _memory.Allocate(Length);
        _gradients = _memory.Allocate(Length);
        _first = _memory.Allocate(Length);
        _second = _memory.Allocate(Length);
        _transposed = _memory.Allocate(Width * Width);
        _hidden1 = _memory.Allocate(Rows * Width);
        _hidden2 = _memory.Allocate(Rows * Width);
        _delta2 = _memory.Allocate(Rows * Width);
        _delta1 = _memory.Allocate(Rows * Width);
        _inputs = _memory.Allocate(Points);
        _targets = _memory.Allocate(Points);

        Random random = new(2);
        float Uniform(float range) => (float)(random.NextDouble() - 0.5) * range;
        for (int i = 0; i < Width; i++)
        {
            _parameters[Kernel1 + i] = Uniform(0.6f);
            _parameters[Kernel3 + i] = Uniform(0.6f);
        }

        for (int i = 0; i < Width * Width; i++)
        {
            _parameters[Kernel2 + i] = Uniform(0.43f);
        }

        for (int i = 0; i < Points; i++)
        {
            _inputs[i] = i / 9.6f;
            _targets[i] = (2 * _inputs[i]) + 1 + Uniform(4);
        }
    }

    public override void Invoke()
    {
        Step(_inputs + (Rows * _batch), _targets + (Rows * _batch));
        _batch = (_batch + 1) % (Points / Rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Step(float* inputs, float* targets)
    {
        float* parameters = _parameters;
        float* hidden1 = _hidden1;
        float* hidden2 = _hidden2;
        for (int i = 0; i < Rows; i++)
        {
            Vector512<float> x = Vector512.Create(inputs[i]);
            for (int j = 0; j < Width; j += 16)
            {
                Vector512<float> sum = Vector512.FusedMultiplyAdd(
                    x, Vector512.Load(parameters + Kernel1 + j), Vector512.Load(parameters + Bias1 + j));
                Vector512.Max(sum, Vector512<float>.Zero).Store(hidden1 + (i * Width) + j);
            }
        }

        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Width; j += 16)
            {
                Vector512.Load(parameters + Bias2 + j).Store(hidden2 + (i * Width) + j);
            }
        }

        ProbeProduct.Run(Rows, Width, Width, hidden1, Width, 1, parameters + Kernel2, Width, hidden2, Width, accumulate: true);
        float loss = Output(targets);
        Backward(inputs);
        _adam.Update(Length, parameters, _gradients, _first, _second);
        return loss;
    }

    /// <summary>The last layer forward and backward in one pass over the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Output(float* targets)
    {
        float* parameters = _parameters;
        float* gradients = _gradients;
        Vector512<float> zero = Vector512<float>.Zero;
        Vector512<float> w0 = Vector512.Load(parameters + Kernel3), w1 = Vector512.Load(parameters + Kernel3 + 16);
        Vector512<float> w2 = Vector512.Load(parameters + Kernel3 + 32), w3 = Vector512.Load(parameters + Kernel3 + 48);
        Vector512<float> g0 = zero, g1 = zero, g2 = zero, g3 = zero;
        float loss = 0, bias = 0;
        for (int i = 0; i < Rows; i++)
        {
            float* row = _hidden2 + (i * Width);
            Vector512<float> h0 = Vector512.Max(Vector512.Load(row), zero);
            Vector512<float> h1 = Vector512.Max(Vector512.Load(row + 16), zero);
            Vector512<float> h2 = Vector512.Max(Vector512.Load(row + 32), zero);
            Vector512<float> h3 = Vector512.Max(Vector512.Load(row + 48), zero);
            float error = Vector512.Sum((h0 * w0) + (h1 * w1) + (h2 * w2) + (h3 * w3)) + parameters[Bias3] - targets[i];
            loss += error * error;
            float slope = 2 * error / Rows;
            bias += slope;
            Vector512<float> d = Vector512.Create(slope);
            g0 += d * h0;
            g1 += d * h1;
            g2 += d * h2;
            g3 += d * h3;
            float* delta = _delta2 + (i * Width);
            Vector512.ConditionalSelect(Vector512.GreaterThan(h0, zero), d * w0, zero).Store(delta);
            Vector512.ConditionalSelect(Vector512.GreaterThan(h1, zero), d * w1, zero).Store(delta + 16);
            Vector512.ConditionalSelect(Vector512.GreaterThan(h2, zero), d * w2, zero).Store(delta + 32);
            Vector512.ConditionalSelect(Vector512.GreaterThan(h3, zero), d * w3, zero).Store(delta + 48);
        }

        g0.Store(gradients + Kernel3);
        g1.Store(gradients + Kernel3 + 16);
        g2.Store(gradients + Kernel3 + 32);
        g3.Store(gradients + Kernel3 + 48);
        gradients[Bias3] = bias;
        return loss / Rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Backward(float* inputs)
    {
        float* gradients = _gradients;
        float* hidden1 = _hidden1;
        float* delta1 = _delta1;
        float* delta2 = _delta2;
        ProbeProduct.Run(Width, Width, Rows, hidden1, 1, Width, delta2, Width, gradients + Kernel2, Width, accumulate: false);
        for (int j = 0; j < Width; j += 16)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int i = 0; i < Rows; i++)
            {
                sum += Vector512.Load(delta2 + (i * Width) + j);
            }

            sum.Store(gradients + Bias2 + j);
        }

        Transpose(_parameters + Kernel2, _transposed);
        ProbeProduct.Run(Rows, Width, Width, delta2, Width, 1, _transposed, Width, delta1, Width, accumulate: false);
        for (int j = 0; j < Width; j += 16)
        {
            Vector512<float> bias = Vector512<float>.Zero, kernel = bias;
            for (int i = 0; i < Rows; i++)
            {
                Vector512<float> d = Vector512.ConditionalSelect(
                    Vector512.GreaterThan(Vector512.Load(hidden1 + (i * Width) + j), Vector512<float>.Zero),
                    Vector512.Load(delta1 + (i * Width) + j),
                    Vector512<float>.Zero);
                bias += d;
                kernel = Vector512.FusedMultiplyAdd(d, Vector512.Create(inputs[i]), kernel);
            }

            bias.Store(gradients + Bias1 + j);
            kernel.Store(gradients + Kernel1 + j);
        }
    }

    private static void Transpose(float* source, float* destination)
    {
        for (int i = 0; i < Width; i += 8)
        {
            for (int j = 0; j < Width; j++)
            {
                float* to = destination + (j * Width) + i;
                float* from = source + (i * Width) + j;
                to[0] = from[0];
                to[1] = from[64];
                to[2] = from[128];
                to[3] = from[192];
                to[4] = from[256];
                to[5] = from[320];
                to[6] = from[384];
                to[7] = from[448];
            }
        }
    }
}
