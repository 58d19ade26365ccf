namespace Overfit;

/// <summary>What an optimizer remembers between steps: how many there were, the learning rate, and its moments.</summary>
public sealed class OptimizerState
{
    private readonly Block _moments;
    private readonly int _parameterCount;

    /// <summary>A state at the start of a run, all moments 0.</summary>
    /// <param name="parameterCount">Number of parameters.</param>
    /// <param name="moments">How many floats are remembered for each parameter.</param>
    /// <param name="learningRate">Learning rate to start with.</param>
    public OptimizerState(int parameterCount, int moments, float learningRate)
    {
        _parameterCount = parameterCount;
        _moments = new Block(checked(parameterCount * moments));
        LearningRate = learningRate;
    }

    /// <summary>Steps taken.</summary>
    public long Step { get; set; }

    /// <summary>Learning rate of the next step.</summary>
    public float LearningRate { get; set; }

    /// <summary>The <paramref name="index"/>th moment of every parameter.</summary>
    public Span<float> Moment(int index) => _moments.Slice(index * _parameterCount, _parameterCount);
}
