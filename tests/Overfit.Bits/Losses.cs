namespace Overfit.Bits;

/// <summary>Every loss; cross-entropies for models that end with probabilities and for those that end with logits.</summary>
internal static class Losses
{
    public static Loss[] All { get; } =
    [
        new MeanSquaredError(),
        new MeanAbsoluteError(),
        new Huber(0.3),
        new BinaryCrossEntropy(),
        new BinaryCrossEntropy { FromLogits = true, LabelSmoothing = 0.1 },
        new CategoricalCrossEntropy(),
        new CategoricalCrossEntropy { FromLogits = true, LabelSmoothing = 0.1 },
        new SparseCategoricalCrossEntropy(),
        new SparseCategoricalCrossEntropy { FromLogits = true },
    ];
}
