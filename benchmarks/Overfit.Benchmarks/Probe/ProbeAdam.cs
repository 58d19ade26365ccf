using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Benchmarks.Probe;

/// <summary>The probe's Adam: one pass over a length that is a multiple of 16.</summary>
internal unsafe struct ProbeAdam()
{
    private float _beta1Power = 1;
    private float _beta2Power = 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(long length, float* parameters, float* gradients, float* first, float* second)
    {
        _beta1Power *= 0.9f;
        _beta2Power *= 0.999f;
        Vector512<float> rate = Vector512.Create(0.001f * MathF.Sqrt(1 - _beta2Power) / (1 - _beta1Power));
        Vector512<float> epsilon = Vector512.Create(1e-7f);
        Vector512<float> new1 = Vector512.Create(0.1f), new2 = Vector512.Create(0.001f);
        for (long i = 0; i < length; i += 16)
        {
            Vector512<float> g = Vector512.Load(gradients + i), m = Vector512.Load(first + i), v = Vector512.Load(second + i);
            m = Vector512.FusedMultiplyAdd(g - m, new1, m);
            v = Vector512.FusedMultiplyAdd((g * g) - v, new2, v);
            m.Store(first + i);
            v.Store(second + i);
            (Vector512.Load(parameters + i) - (rate * m / (Vector512.Sqrt(v) + epsilon))).Store(parameters + i);
        }
    }
}
