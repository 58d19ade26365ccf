using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Overfit.Kernels;

namespace Overfit.Benchmarks.Micro;

/// <summary>
/// Touches the memory that a kernel touches and computes nothing: the same number of arrays of the same length, read, updated
/// or written side by side. What it takes is what the kernel's memory traffic takes, in whichever cache the arrays fit.
/// </summary>
internal static unsafe class MemoryPass
{
    /// <summary>Allocates the arrays; each call of the result walks them once.</summary>
    public static Action Prepare(Streams streams, int length)
    {
        // Each array starts on a cache line, as those of the kernels do.
        const int CacheLine = 16;
        int stride = (length + CacheLine - 1) & -CacheLine;
        Block block = new(streams.Arrays * stride);
        block.Span.Fill(1);
        return Vector512.IsHardwareAccelerated ? () => Run<Lanes16>(streams, length, stride, block.Span)
            : Vector256.IsHardwareAccelerated ? () => Run<Lanes8>(streams, length, stride, block.Span)
            : () => Run<Lanes4>(streams, length, stride, block.Span);
    }

    /// <summary>Four registers of each array in turn. A rest of less than four is left out, so that the pass never does too much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run<TVector>(Streams streams, int length, int stride, Span<float> arrays)
        where TVector : unmanaged, IVector<TVector>
    {
        int width = TVector.Count;
        (int read, int updated, int written) = streams;
        TVector s0 = TVector.Zero, s1 = TVector.Zero, s2 = TVector.Zero, s3 = TVector.Zero;
        fixed (float* start = arrays)
        {
            for (int i = 0; i <= length - (4 * width); i += 4 * width)
            {
                float* at = start + i;
                for (int array = 0; array < read; array++)
                {
                    s0 += TVector.Load(at);
                    s1 += TVector.Load(at + width);
                    s2 += TVector.Load(at + (2 * width));
                    s3 += TVector.Load(at + (3 * width));
                    at += stride;
                }

                for (int array = 0; array < updated; array++)
                {
                    TVector.Load(at).Store(at);
                    TVector.Load(at + width).Store(at + width);
                    TVector.Load(at + (2 * width)).Store(at + (2 * width));
                    TVector.Load(at + (3 * width)).Store(at + (3 * width));
                    at += stride;
                }

                for (int array = 0; array < written; array++)
                {
                    TVector.Zero.Store(at);
                    TVector.Zero.Store(at + width);
                    TVector.Zero.Store(at + (2 * width));
                    TVector.Zero.Store(at + (3 * width));
                    at += stride;
                }
            }
        }

        return (s0 + s1 + s2 + s3).Fold()[0];
    }
}
