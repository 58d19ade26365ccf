using System.Globalization;
using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>
/// Stops when a monitored number has not improved for some epochs, exactly as Keras's callback of this name does: numbers are
/// compared as floats, a first NaN is never beaten, an epoch that was not measured does not count, the first epoch never
/// stops, and the best parameters, moving statistics included, are restored at the end even of a run that was not stopped.
/// </summary>
public sealed class EarlyStopping : Callback
{
    private const string BestParameters = "best parameters";

    private readonly Turn _run = new();
    private Block? _bestParameters;

    /// <summary>What is watched. Default: validation data loss + penalty, Keras's <c>val_loss</c>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Quantity Monitor
    {
        get;
        init => field = value ?? throw new ArgumentNullException(
            nameof(value), "Monitor is null; name a quantity, such as Quantity.OnlineLoss.");
    } = Quantity.ValidationObjective;

    /// <summary>
    /// An improvement must be larger than this, in units of what is watched; a sign is ignored, as in Keras. Default: 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double MinDelta { get; init => field = Finite(value); }

    /// <summary>Measurements without improvement before stopping, at least 0. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Patience { get; init => field = NotNegative(value); }

    /// <summary>Counting starts over only when this is beaten, too. Default: none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? Baseline { get; init => field = value is { } number ? Finite(number) : null; }

    /// <summary>Whether the best epoch's parameters are restored at the end. Default: false, as in Keras.</summary>
    public bool RestoreBestWeights { get; init; }

    /// <summary>First epoch, from 0, that is watched. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int StartFromEpoch { get; init => field = NotNegative(value); }

    /// <summary>The epoch, from 0, that stopped the run; null where none did.</summary>
    public int? StoppedEpoch { get; private set; }

    /// <summary>The best epoch so far, from 0.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>What was watched in the best epoch; null where nothing was watched yet. NaN where the first value was.</summary>
    public float? BestValue { get; private set; }

    /// <summary>
    /// Watched epochs since the last improvement that counted: <see cref="Patience"/> of them stop the run. While
    /// <see cref="Baseline"/> is not beaten, improving epochs are among them.
    /// </summary>
    public int Wait { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The run will not measure what is watched.</exception>
    /// <exception cref="InvalidOperationException">Another run is being watched.</exception>
    public override void OnTrainBegin(TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        Monitor.RequireMeasured(progress);
        _run.Take("This EarlyStopping is watching another run. Make one for each run.");
        Wait = 0;
        BestEpoch = 0;
        BestValue = null;
        _bestParameters = null;
        StoppedEpoch = null;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingProgress progress, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(record);
        if (Monitor.Read(progress, record) is not { } measured || record.Epoch < StartFromEpoch)
        {
            return;
        }

        float current = (float)measured;
        Wait++;
        if (BestValue is not { } best || IsImprovement(current, best))
        {
            BestValue = current;
            Remember(progress, record.Epoch);
            if (Baseline is not { } baseline || IsImprovement(current, (float)baseline))
            {
                Wait = 0;
            }

            return;
        }

        if (Wait >= Patience && record.Epoch > 0)
        {
            StoppedEpoch = record.Epoch;
            progress.Stop(string.Create(
                CultureInfo.InvariantCulture,
                $"The {Monitor.Name} has not improved on {best} of epoch {BestEpoch + 1} in {Wait} " +
                $"measurement{(Wait == 1 ? "" : "s")}."));
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (RestoreBestWeights)
        {
            _bestParameters?.Span.CopyTo(progress.Parameters.Span);
        }

        _run.Leave();
    }

    /// <inheritdoc/>
    public override void Save(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.WriteText(nameof(Wait), Wait.ToString(CultureInfo.InvariantCulture));
        state.WriteText(nameof(BestEpoch), BestEpoch.ToString(CultureInfo.InvariantCulture));
        state.WriteText(nameof(BestValue), BestValue?.ToString(CultureInfo.InvariantCulture));
        state.WriteText(nameof(StoppedEpoch), StoppedEpoch?.ToString(CultureInfo.InvariantCulture));
        state.WriteBlock(BestParameters, _bestParameters);
    }

    /// <inheritdoc/>
    public override void Restore(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Wait = int.Parse(state.ReadText(nameof(Wait))!, CultureInfo.InvariantCulture);
        BestEpoch = int.Parse(state.ReadText(nameof(BestEpoch))!, CultureInfo.InvariantCulture);
        BestValue = state.ReadText(nameof(BestValue)) is { } best ? float.Parse(best, CultureInfo.InvariantCulture) : null;
        StoppedEpoch = state.ReadText(nameof(StoppedEpoch)) is { } epoch ? int.Parse(epoch, CultureInfo.InvariantCulture) : null;
        _bestParameters = state.ReadBlock(BestParameters);
    }

    /// <summary>The settings; a run goes on from the backup of one with the same.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(EarlyStopping)} {{ Monitor = {Monitor.Name}{(Monitor.IsBetterHigher ? ", more is better" : "")}, " +
        $"MinDelta = {MinDelta}, Patience = {Patience}, Baseline = {Baseline}, " +
        $"RestoreBestWeights = {RestoreBestWeights}, StartFromEpoch = {StartFromEpoch} }}");

    private static double Finite(double value, [CallerMemberName] string setting = "") => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(
            nameof(value), string.Create(CultureInfo.InvariantCulture, $"{setting} is {value}; it must be a finite number."));

    private static int NotNegative(int value, [CallerMemberName] string setting = "") => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(
            nameof(value), string.Create(CultureInfo.InvariantCulture, $"{setting} is {value}; it must be at least 0."));

    private bool IsImprovement(float value, float reference)
    {
        float delta = MathF.Abs((float)MinDelta);
        return Monitor.IsBetterHigher ? value - delta > reference : value + delta < reference;
    }

    private void Remember(TrainingProgress progress, int epoch)
    {
        BestEpoch = epoch;
        if (RestoreBestWeights)
        {
            _bestParameters ??= new Block(progress.Parameters.Length);
            progress.Parameters.Span.CopyTo(_bestParameters.Span);
        }
    }
}
