namespace Overfit;

/// <summary>How far a batch normalization layer's moving statistics are from the exact ones of the training part.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Mean">
/// Root mean square over the features of (moving mean - exact mean) / sqrt(exact variance + epsilon): in deviations.
/// </param>
/// <param name="Deviation">
/// Root mean square over the features of log(sqrt(moving variance + epsilon) / sqrt(exact variance + epsilon)): 0.1 is about 10 %.
/// </param>
public sealed record StatisticsDistance(string Layer, double Mean, double Deviation)
{
    /// <summary>
    /// Whether the distance matters: a mean off by more than a tenth of a deviation, or a deviation off by more than about 10 %.
    /// </summary>
    public bool IsStale => !(Mean <= 0.1 && Deviation <= 0.1);
}
