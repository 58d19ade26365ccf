namespace Overfit;

/// <summary>Names the random numbers of one training step: the same seed and step give the same numbers, in any order.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Step">The step's number, from 0.</param>
public readonly record struct DropoutRandom(int Seed, long Step);
