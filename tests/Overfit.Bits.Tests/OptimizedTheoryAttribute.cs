using System.Diagnostics;
using System.Reflection;
using System.Runtime.Intrinsics.X86;

namespace Overfit.Bits.Tests;

/// <summary>A theory about optimized code where a multiply-add is one instruction of x64; skipped elsewhere.</summary>
internal sealed class OptimizedTheoryAttribute : TheoryAttribute
{
    public OptimizedTheoryAttribute()
    {
        if (typeof(Trainer).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
        {
            Skip = "The library is compiled without optimizations: test with -c Release.";
        }
        else if (!Fma.IsSupported)
        {
            Skip = "This processor has no fused multiply-add.";
        }
    }
}
