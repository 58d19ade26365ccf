namespace Overfit;

/// <summary>A model measured on both parts of the data.</summary>
/// <param name="Training">On the part it was trained on.</param>
/// <param name="Validation">On the part it was not trained on; null without one.</param>
public sealed record Evaluation(SplitRecord Training, SplitRecord? Validation)
{
    /// <summary>Validation data loss - training data loss; null without a validation part.</summary>
    public double? GeneralizationGap => Validation?.DataLoss - Training.DataLoss;
}
