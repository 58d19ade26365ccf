namespace Overfit.Benchmarks.Micro;

/// <summary>A kernel that does the same to each of many elements.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Elements">How many elements one call computes.</param>
/// <param name="Operations">What an element takes.</param>
/// <param name="Streams">The arrays that one call touches.</param>
/// <param name="Prepare">See the base.</param>
internal sealed record KernelCase(string Name, int Elements, Operations Operations, Streams Streams, Func<Action> Prepare)
    : MicroCase(Name, Prepare)
{
    /// <summary>How many times its bound a kernel may take.</summary>
    public const double Target = 1.3;
}
