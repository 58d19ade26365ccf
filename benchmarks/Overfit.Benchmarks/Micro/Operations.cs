namespace Overfit.Benchmarks.Micro;

/// <summary>
/// The vector instructions that one element takes, each as if it filled a register of floats; an instruction on doubles holds
/// half as many elements and counts as two. Counted by hand from the kernel's formula, without loads, stores and addresses.
/// </summary>
/// <param name="Multiplications">Multiply-adds and products.</param>
/// <param name="Others">Sums, comparisons, selections, shifts, conversions.</param>
/// <param name="Divisions">Quotients.</param>
/// <param name="Roots">Square roots.</param>
internal readonly record struct Operations(double Multiplications, double Others, double Divisions = 0, double Roots = 0)
{
    public static Operations operator +(Operations left, Operations right) => new(
        left.Multiplications + right.Multiplications,
        left.Others + right.Others,
        left.Divisions + right.Divisions,
        left.Roots + right.Roots);
}
