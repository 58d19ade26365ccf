namespace Overfit;

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were trained.</summary>
    Completed,

    /// <summary>A callback asked for it, such as early stopping.</summary>
    Callback,

    /// <summary>The loss was not a finite number.</summary>
    NonFinite,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}
