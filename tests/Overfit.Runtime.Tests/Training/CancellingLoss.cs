namespace Overfit.Tests.Training;

/// <summary>A loss that cancels the run in one of its steps; in words it is the loss it stands for.</summary>
/// <param name="inner">The loss.</param>
/// <param name="steps">The step, from 1, in which it cancels; null where it does not.</param>
internal sealed class CancellingLoss(Loss inner, int? steps) : Loss, IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public CancellationToken Token => _source.Token;

    public int Steps { get; private set; }

    public override string Name => inner.Name;

    public override bool ReadsLogits(ModelDescription model) => inner.ReadsLogits(model);

    public override int TargetWidth(ModelDescription model) => inner.TargetWidth(model);

    public override double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows) =>
        inner.Sum(scores, targets, rows);

    public override double SumAndGradient(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient)
    {
        if (++Steps == steps)
        {
            _source.Cancel();
        }

        return inner.SumAndGradient(scores, targets, rows, gradient);
    }

    public override string ToString() => $"{inner}";

    public void Dispose() => _source.Dispose();
}
