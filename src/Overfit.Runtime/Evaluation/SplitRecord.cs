using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Overfit;

/// <summary>A model measured on one part of the data, in inference mode with frozen parameters.</summary>
/// <param name="DataLoss">Mean loss over the rows, without penalties: the number to compare models by.</param>
/// <param name="Penalty">Sum of the penalties on parameters and activities.</param>
/// <param name="Metrics">The trainer's metrics, in their order.</param>
public sealed record SplitRecord(double DataLoss, double Penalty, ImmutableArray<double> Metrics)
{
    /// <summary>
    /// Data loss and penalty: what Keras prints as <c>val_loss</c>. Not comparable between models with different penalties.
    /// </summary>
    public double Objective => DataLoss + Penalty;

    /// <summary>Whether all numbers are the same, those of the metrics included.</summary>
    public bool Equals(SplitRecord? other) =>
        other is not null
        && DataLoss.Equals(other.DataLoss)
        && Penalty.Equals(other.Penalty)
        && Metrics.AsSpan().SequenceEqual(other.Metrics.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DataLoss, Penalty, Metrics.AsSpan().Length);

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"DataLoss = {DataLoss}, Penalty = {Penalty}, Metrics = [");
        builder.AppendJoin(", ", Metrics.Select(metric => metric.ToString(CultureInfo.InvariantCulture))).Append(']');
        return true;
    }
}
