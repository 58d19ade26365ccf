using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Overfit.Benchmarks.Probe;

/// <summary>Where the probe's pointers come from: blocks, which the garbage collector never moves.</summary>
internal sealed unsafe class ProbeMemory
{
    private readonly List<Block> _blocks = [];

    /// <summary>The probe knows 512-bit registers only; without them it would measure their emulation.</summary>
    public ProbeMemory()
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            throw new NotSupportedException("it needs 512-bit registers");
        }
    }

    /// <summary>Zeros, aligned to a cache line, that live as long as this object.</summary>
    public float* Allocate(long length)
    {
        Block block = new(checked((int)length));
        _blocks.Add(block);
        return (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(block.Span));
    }
}
