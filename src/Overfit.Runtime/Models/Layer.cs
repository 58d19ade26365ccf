using static System.FormattableString;

namespace Overfit;

/// <summary>A layer of one model instance: its parameters as views, its strengths and rates as settings.</summary>
/// <param name="name">The layer's name.</param>
public abstract class Layer(string name)
{
    /// <summary>Unique in the model, such as <c>Dense1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The name and the settings, where there are some.</summary>
    public override string ToString() => Name;

    private protected float NonNegative(float value, string setting) =>
        float.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), Invariant($"{setting} of layer '{Name}' is {value}; it must be a finite number, at least 0."));
}
