namespace Overfit.Benchmarks.Micro;

/// <summary>Something small to measure, under one name for the table of kernels and for BenchmarkDotNet.</summary>
/// <param name="Name">What it is and its size.</param>
/// <param name="Prepare">Allocates and fills what it needs; each call of the result does it once.</param>
internal abstract record MicroCase(string Name, Func<Action> Prepare)
{
    /// <summary>The name: BenchmarkDotNet shows it as the parameter's value.</summary>
    public sealed override string ToString() => Name;
}
