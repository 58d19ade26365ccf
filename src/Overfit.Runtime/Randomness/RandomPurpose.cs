namespace Overfit;

/// <summary>What random numbers are drawn for. The same seed gives every purpose numbers of its own.</summary>
public enum RandomPurpose
{
    /// <summary>The start of the parameters.</summary>
    Initialization,

    /// <summary>The order of the rows in an epoch.</summary>
    Shuffling,

    /// <summary>The masks of dropout.</summary>
    Dropout,

    /// <summary>Which rows train, validate and test, and the folds.</summary>
    Splitting,
}
