using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace Overfit;

/// <summary>A <see cref="BatchNormalizationAttribute"/> layer of one model instance.</summary>
public sealed class BatchNormalizationLayer : Layer
{
    private readonly Block _parameters;
    private readonly int _gammaOffset;
    private readonly int _betaOffset;
    private readonly int _movingMeanOffset;
    private readonly int _movingVarianceOffset;

    /// <summary>A view of the layer's tensors in the model's parameters.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="features">Width of a row.</param>
    /// <param name="gammaOffset">First float of gamma; -1 where there is none.</param>
    /// <param name="betaOffset">First float of beta; -1 where there is none.</param>
    /// <param name="movingMeanOffset">First float of the moving mean.</param>
    /// <param name="movingVarianceOffset">First float of the moving variance.</param>
    public BatchNormalizationLayer(
        string name, Block parameters, int features, int gammaOffset, int betaOffset, int movingMeanOffset, int movingVarianceOffset)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        Features = features;
        _gammaOffset = gammaOffset;
        _betaOffset = betaOffset;
        _movingMeanOffset = movingMeanOffset;
        _movingVarianceOffset = movingVarianceOffset;
    }

    /// <summary>Width of a row.</summary>
    public int Features { get; }

    /// <summary>The factor gamma, [features]; empty where the layer does not scale.</summary>
    public Span<float> Gamma
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _gammaOffset < 0 ? [] : _parameters.Slice(_gammaOffset, Features);
    }

    /// <summary>The offset beta, [features]; empty where the layer does not center.</summary>
    public Span<float> Beta
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _betaOffset < 0 ? [] : _parameters.Slice(_betaOffset, Features);
    }

    /// <summary>The moving mean used in inference, [features].</summary>
    public Span<float> MovingMean
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _parameters.Slice(_movingMeanOffset, Features);
    }

    /// <summary>The moving variance used in inference, [features].</summary>
    public Span<float> MovingVariance
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _parameters.Slice(_movingVarianceOffset, Features);
    }

    /// <summary>Weight of the old value in the moving statistics, in [0, 1).</summary>
    public float Momentum
    {
        get;
        set => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), Invariant($"Momentum of layer '{Name}' is {value}; it must be at least 0 and less than 1."));
    }

    /// <summary>Added to the variance; finite, greater than 0.</summary>
    public float Epsilon
    {
        get;
        set => field = float.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), Invariant($"Epsilon of layer '{Name}' is {value}; it must be a finite number greater than 0."));
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Name} {{ Momentum = {Momentum}, Epsilon = {Epsilon} }}");
}
