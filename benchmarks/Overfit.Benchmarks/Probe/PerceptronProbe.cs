using System.Runtime.Intrinsics;
using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Probe;

/// <summary>
/// A step of a perceptron with two hidden layers, ReLU, mean squared error and Adam: the unit of the large workloads. Widths
/// are padded to 16 and every pass over memory stands by itself; there is nothing beside what this step needs.
/// </summary>
internal sealed unsafe class PerceptronProbe : PreparedCall
{
    private const int Layers = 3;

    private readonly ProbeMemory _memory = new();
    private readonly int _rows;
    private readonly int[] _widths;
    private readonly int[] _padded;
    private readonly long[] _kernels = new long[Layers];
    private readonly long[] _biases = new long[Layers];
    private readonly long _length;
    private readonly float* _parameters, _gradients, _first, _second, _transposed, _targets;
    private readonly float*[] _values = new float*[Layers + 1];
    private readonly float*[] _deltas = new float*[Layers + 1];
    private ProbeAdam _adam = new();

    public PerceptronProbe(int rows, params int[] widths)
    {
        _rows = rows;
        _widths = widths;
        _padded = Array.ConvertAll(widths, width => (width + 15) & ~15);
        for (int l = 0; l < Layers; l++)
        {
            _kernels[l] = _length;
            _length += (long)widths[l] * _padded[l + 1];
            _biases[l] = _length;
            _length += _padded[l + 1];
        }

        _parameters = _memory.Allocate(_length);
        _gradients = _memory.Allocate(_length);
        _first = _memory.Allocate(_length);
        _second = _memory.Allocate(_length);
        _transposed = _memory.Allocate(Math.Max(_padded[1] * (long)_padded[2], _padded[2] * (long)_padded[3]));
        for (int l = 0; l <= Layers; l++)
        {
            _values[l] = _memory.Allocate((long)rows * _padded[l]);
            _deltas[l] = _memory.Allocate((long)rows * _padded[l]);
        }

        _targets = _memory.Allocate((long)rows * _padded[Layers]);
        Fill(new Random(3));
    }

    public override void Invoke()
    {
        for (int l = 0; l < Layers; l++)
        {
            Forward(l);
        }

        Loss();
        for (int l = Layers - 1; l >= 0; l--)
        {
            Backward(l);
        }

        _adam.Update(_length, _parameters, _gradients, _first, _second);
    }

    private void Fill(Random random)
    {
        for (int l = 0; l < Layers; l++)
        {
            float range = 2 * MathF.Sqrt(6f / (_widths[l] + _widths[l + 1]));
            for (int i = 0; i < _widths[l]; i++)
            {
                for (int j = 0; j < _widths[l + 1]; j++)
                {
                    _parameters[_kernels[l] + ((long)i * _padded[l + 1]) + j] = (float)(random.NextDouble() - 0.5) * range;
                }
            }
        }

        for (int i = 0; i < _rows; i++)
        {
            for (int j = 0; j < _widths[0]; j++)
            {
                _values[0][(i * _padded[0]) + j] = (float)random.NextDouble();
            }

            for (int j = 0; j < _widths[Layers]; j++)
            {
                _targets[(i * _padded[Layers]) + j] = (float)random.NextDouble();
            }
        }
    }

    private void Forward(int l)
    {
        int width = _padded[l + 1];
        float* values = _values[l + 1];
        for (int i = 0; i < _rows; i++)
        {
            Buffer.MemoryCopy(_parameters + _biases[l], values + ((long)i * width), width * 4, width * 4);
        }

        ProbeProduct.Run(
            _rows, width, _widths[l], _values[l], _padded[l], 1, _parameters + _kernels[l], width, values, width,
            accumulate: true);
        if (l < Layers - 1)
        {
            for (int i = 0; i < _rows * width; i += 16)
            {
                Vector512.Max(Vector512.Load(values + i), Vector512<float>.Zero).Store(values + i);
            }
        }
    }

    private float Loss()
    {
        int count = _rows * _widths[Layers];
        float scale = 2f / count;
        Vector512<float> sum = Vector512<float>.Zero;
        for (int i = 0; i < _rows * _padded[Layers]; i += 16)
        {
            Vector512<float> error = Vector512.Load(_values[Layers] + i) - Vector512.Load(_targets + i);
            sum += error * error;
            (error * scale).Store(_deltas[Layers] + i);
        }

        return Vector512.Sum(sum) / count;
    }

    private void Backward(int l)
    {
        int width = _padded[l + 1], inputs = _padded[l];
        float* delta = _deltas[l + 1];
        ProbeProduct.Run(
            _widths[l], width, _rows, _values[l], 1, inputs, delta, width, _gradients + _kernels[l], width, accumulate: false);
        for (int j = 0; j < width; j += 16)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int i = 0; i < _rows; i++)
            {
                sum += Vector512.Load(delta + ((long)i * width) + j);
            }

            sum.Store(_gradients + _biases[l] + j);
        }

        if (l > 0)
        {
            float* values = _values[l];
            float* result = _deltas[l];
            Transpose(_parameters + _kernels[l], _transposed, _widths[l], width, inputs);
            ProbeProduct.Run(
                _rows, inputs, _widths[l + 1], delta, width, 1, _transposed, inputs, result, inputs, accumulate: false);
            Vector512<float> zero = Vector512<float>.Zero;
            for (int i = 0; i < _rows * inputs; i += 16)
            {
                Vector512<float> positive = Vector512.GreaterThan(Vector512.Load(values + i), zero);
                Vector512.ConditionalSelect(positive, Vector512.Load(result + i), zero).Store(result + i);
            }
        }
    }

    private static void Transpose(float* source, float* destination, int rows, int columns, int destinationRow)
    {
        for (int i0 = 0; i0 < rows; i0 += 8)
        {
            int count = Math.Min(8, rows - i0);
            for (int j = 0; j < columns; j++)
            {
                float* to = destination + ((long)j * destinationRow) + i0;
                float* from = source + ((long)i0 * columns) + j;
                for (int k = 0; k < count; k++)
                {
                    to[k] = from[(long)k * columns];
                }
            }
        }
    }
}
