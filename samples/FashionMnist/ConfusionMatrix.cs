using System.Collections.Immutable;
using Overfit;

namespace FashionMnist;

/// <summary>How often each class was taken for each.</summary>
/// <param name="classes">Their names, in the order of their numbers.</param>
internal sealed class ConfusionMatrix(ImmutableArray<string> classes)
{
    private readonly int[,] _counts = new int[classes.Length, classes.Length];

    public ImmutableArray<string> Classes => classes;

    /// <summary>How many of one class were taken for another, or for what they are.</summary>
    public int this[int actual, int answer] => _counts[actual, answer];

    /// <summary>The right answers among all.</summary>
    public Share Accuracy => new(Sum(of => _counts[of, of]), Sum(of => Recall(of).Count));

    /// <summary>The answers of a model, which are the classes it thinks most probable.</summary>
    /// <param name="data">Rows with a class number each, and with names for the classes.</param>
    /// <param name="probabilities">[rows x classes].</param>
    public static ConfusionMatrix Of(Dataset data, float[] probabilities)
    {
        ConfusionMatrix matrix = new(data.Names.Classes);
        int row = 0;
        foreach (float[] outputs in probabilities.Chunk(matrix.Classes.Length))
        {
            matrix._counts[(int)data.Targets[row++], outputs.IndexOf(outputs.Max())]++;
        }

        return matrix;
    }

    /// <summary>Of what belongs to the class, the part that was found.</summary>
    public Share Recall(int of) => new(_counts[of, of], Sum(answer => _counts[of, answer]));

    /// <summary>Of what was taken for the class, the part that belongs to it.</summary>
    public Share Precision(int of) => new(_counts[of, of], Sum(actual => _counts[actual, of]));

    private int Sum(Func<int, int> count) => Enumerable.Range(0, classes.Length).Sum(count);
}
