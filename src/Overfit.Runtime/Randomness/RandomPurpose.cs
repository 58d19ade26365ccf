namespace Overfit;

/// <summary>What random numbers are drawn for; each purpose has a stream of its own.</summary>
internal enum RandomPurpose
{
    /// <summary>Initial parameters.</summary>
    Initialization,

    /// <summary>The order of the training rows in an epoch.</summary>
    Shuffling,

    /// <summary>Which units a step drops.</summary>
    Dropout,

    /// <summary>Which rows train, validate and test.</summary>
    Splitting,
}
