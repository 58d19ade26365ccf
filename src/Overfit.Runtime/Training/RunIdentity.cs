using System.Globalization;
using static System.FormattableString;

namespace Overfit;

/// <summary>All that decides how a run goes, in words: what must be the same for a run to go on where another was interrupted.</summary>
internal sealed class RunIdentity
{
    private const string Prefix = "run: ";
    private const string StartingModel = "model before the first epoch";

    // In the order of importance, since the first difference is told.
    private readonly List<(string What, string Words)> _facts = [];

    private RunIdentity()
    {
    }

    public static RunIdentity Of<TModel>(
        TModel model, Dataset training, TrainingOptions options, Loss loss, Optimizer optimizer, IReadOnlyList<Metric> metrics)
        where TModel : class, IModel<TModel>
    {
        BatchOrder order = options.Order ?? new ShuffledOrder(options.Seed);
        int[] rows = new int[training.Count];
        order.Fill(epoch: 0, rows);
        RunIdentity identity = new();
        identity.Add("library", $"{typeof(Trainer).Assembly.GetName().Version}");
        identity.Add("layer", ModelArchitecture.Lines(TModel.Description));
        identity.Add("layer setting", model.Layers.Select(layer => layer.ToString()));
        identity.Add("loss", $"{loss}");
        identity.Add("optimizer", $"{optimizer}");
        identity.Add("metric", metrics.Select(metric => $"{metric}"));
        identity.Add("Seed", Invariant($"{options.Seed}"));
        identity.Add("BatchSize", Invariant($"{options.BatchSize}"));
        identity.Add("Epochs", Invariant($"{options.Epochs}"));
        identity.Add("EvaluationFrequency", Invariant($"{options.EvaluationFrequency}"));
        identity.Add("callback", options.Callbacks.Select(callback => $"{callback}"));
        identity.Add("training part", Words(training));
        identity.Add("validation part", options.Validation is { } validation ? Words(validation) : "none");
        identity.Add("order of the first epoch", Words(checksum => checksum.Add(string.Join(' ', rows))));
        identity.Add(StartingModel, Words(checksum => checksum.Add(model.Parameters.Span)));
        return identity;
    }

    public void WriteTo(StateFile file)
    {
        foreach ((string what, string words) in _facts)
        {
            file.Texts[Prefix + what] = words;
        }
    }

    /// <summary>Refuses the state of another run with the first difference.</summary>
    /// <exception cref="ModelFileException">There is one.</exception>
    public void RequireSame(StateFile file)
    {
        IEnumerable<string> more = file.Texts.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(key => key[Prefix.Length..]).Except(_facts.Select(fact => fact.What));
        foreach ((string what, string? words) in _facts.Concat(more.Select(what => (what, (string)null!))))
        {
            string? found = file.Texts.GetValueOrDefault(Prefix + what);
            if (found != words)
            {
                throw new ModelFileException(
                    $"'{file.Path}' is the backup of another run: its {what} is {Quote(found)}, this run's is {Quote(words)}. " +
                    (what == StartingModel
                        ? "Pass the model as that run received it, such as a new one with its seed: to train changes a model. Or "
                        : "Start that run again to go on with it, ") +
                    "delete the file to begin anew, or name another.");
            }
        }
    }

    private static string Quote(string? words) => words is null ? "missing" : Refusal.Quote(words);

    private static string Words(Dataset data)
    {
        string sum = Words(checksum =>
        {
            checksum.Add(data.Features);
            checksum.Add(data.Targets);
        });
        return Invariant($"{data.Count} rows of {data.FeatureCount} + {data.TargetCount}, {sum}");
    }

    private static string Words(Action<Checksum> add)
    {
        using Checksum checksum = new();
        add(checksum);
        return $"SHA-256 {checksum.Finish()}";
    }

    private void Add(string what, string words) => _facts.Add((what, words));

    private void Add(string what, IEnumerable<string> words) => _facts.AddRange(
        words.Select((line, index) => (string.Create(CultureInfo.InvariantCulture, $"{what} {index + 1}"), line)));
}
