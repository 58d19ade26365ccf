namespace Overfit.Benchmarks.FashionMnist;

/// <summary>What one epoch took and led to.</summary>
/// <param name="Seconds">Of its steps; measuring the accuracy does not count.</param>
/// <param name="Accuracy">On the test part, in inference mode, from 0 to 1.</param>
internal readonly record struct EpochResult(double Seconds, double Accuracy);
