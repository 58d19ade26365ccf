using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>A setting known when a kernel is compiled: what it turns off leaves no trace in the machine code.</summary>
internal interface ISwitch
{
    static abstract bool IsOn { get; }
}

internal readonly struct On : ISwitch
{
    public static bool IsOn
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }
}

internal readonly struct Off : ISwitch
{
    public static bool IsOn
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }
}
