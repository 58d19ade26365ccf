namespace Overfit.Benchmarks.Workloads;

/// <summary>Refuses to time a peer that computes something else.</summary>
internal static class Agreement
{
    // Sums of up to 784 float32 products in another order differ by some 1e-6 of their size.
    private const float Tolerance = 1e-4f;

    public static void Require(string peer, ReadOnlySpan<float> theirs, ReadOnlySpan<float> ours)
    {
        if (theirs.Length != ours.Length)
        {
            throw new InvalidOperationException($"{peer} gives {theirs.Length} outputs; expected {ours.Length}.");
        }

        for (int i = 0; i < ours.Length; i++)
        {
            if (!(MathF.Abs(theirs[i] - ours[i]) <= Tolerance * MathF.Max(1, MathF.Abs(ours[i]))))
            {
                throw new InvalidOperationException($"Output {i} of {peer} is {theirs[i]}; expected {ours[i]}.");
            }
        }
    }
}
