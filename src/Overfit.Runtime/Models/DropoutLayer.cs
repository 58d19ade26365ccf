using static System.FormattableString;

namespace Overfit;

/// <summary>A <see cref="DropoutAttribute"/> layer of one model instance.</summary>
/// <param name="name">The layer's name.</param>
public sealed class DropoutLayer(string name) : Layer(name)
{
    /// <summary>Probability of dropping a value in training, in [0, 1).</summary>
    public float Rate
    {
        get;
        set => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), Invariant($"Rate of layer '{Name}' is {value}; it must be at least 0 and less than 1."));
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Name} {{ Rate = {Rate} }}");
}
