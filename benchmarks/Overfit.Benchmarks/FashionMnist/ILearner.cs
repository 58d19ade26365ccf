using FashionMnist;

namespace Overfit.Benchmarks.FashionMnist;

/// <summary>A library that trains the sample's classifier: the same network, data, batches of 128 and Adam, one thread.</summary>
internal interface ILearner
{
    /// <summary>Rows of a step.</summary>
    const int BatchSize = 128;

    string Name { get; }

    /// <summary>Trains from the model's own initial parameters and measures the test accuracy after each epoch.</summary>
    /// <param name="data">The training part is trained on, all of it.</param>
    /// <param name="seed">Of the parameters, the order and what is dropped.</param>
    /// <param name="epochs">At most.</param>
    /// <param name="goesOn">Told of each epoch; whether another one shall follow.</param>
    /// <exception cref="NotSupportedException">The library cannot run here.</exception>
    void Learn(FashionData data, int seed, int epochs, Func<EpochResult, bool> goesOn);
}
