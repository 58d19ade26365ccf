namespace Overfit;

/// <summary>What one epoch left behind.</summary>
/// <param name="Epoch">From 0.</param>
/// <param name="OnlineLoss">
/// Mean over the epoch's batches, weighted by their rows, of the objective in training mode before each update: what Keras
/// prints as <c>loss</c>. Parameters change meanwhile, dropout drops and batches normalize themselves, so it is no estimate
/// of the trained model's loss.
/// </param>
/// <param name="LearningRate">Learning rate of the epoch's steps.</param>
/// <param name="Training">The training part at the end of the epoch; null in an epoch that was not evaluated.</param>
/// <param name="Validation">The validation part likewise; null without one.</param>
/// <param name="Duration">Time of the epoch's steps, without evaluation.</param>
public sealed record EpochRecord(
    int Epoch, double OnlineLoss, float LearningRate, SplitRecord? Training, SplitRecord? Validation, TimeSpan Duration);
