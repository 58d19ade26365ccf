using System.Globalization;
using System.Text.Json;

namespace Overfit.Keras.Trainings;

/// <summary>One training of real Keras: its data, its start, the order of its rows, and what came out.</summary>
internal sealed class GoldenTraining
{
    private readonly JsonElement _distances;

    private GoldenTraining(string folder, string name)
    {
        Tensors = GoldenTensors.Read(folder, name);
        JsonElement entry = GoldenCases.Read(folder).EnumerateArray()
            .Single(entry => entry.GetProperty("name").GetString() == name);
        _distances = entry.GetProperty("f32_vs_f64");
        Entry = entry;
        int rows = entry.GetProperty("training").GetProperty("rows").GetInt32();
        Order = new RecordedOrder([.. Tensors.Integers("permutations").Chunk(rows)]);
        Epochs = entry.GetProperty("training").GetProperty("epochs").GetInt32();
        BatchSize = entry.GetProperty("training").GetProperty("batch_size").GetInt32();
        (Training, Validation) = Tensors.Has("data/x_train") ? Stored() : FromCsv();
    }

    public GoldenTensors Tensors { get; }

    public JsonElement Entry { get; }

    public Dataset Training { get; }

    public Dataset Validation { get; }

    public RecordedOrder Order { get; }

    public int Epochs { get; }

    public int BatchSize { get; }

    public static GoldenTraining OfArticle(string name) => new("article", name);

    public static GoldenTraining OfRealData(string name) => new("trainings", name);

    /// <summary>Puts the recorded parameters into a model, tensor by tensor.</summary>
    public void Start<TModel>(TModel model)
        where TModel : class, IModel<TModel>
    {
        foreach ((string name, TensorDescription tensor) in KerasNames(TModel.Description))
        {
            Tensors.Floats($"initial/{name}").CopyTo(model.Parameters.Slice(tensor.Offset, tensor.Length));
        }
    }

    /// <summary>The training part was read as the scripts read it; stored data need no check.</summary>
    public void CheckData()
    {
        if (!Tensors.Has("check/x_train_first"))
        {
            return;
        }

        Assert.Equal(Tensors.Floats("check/x_train_first"), Training.FeaturesOf(0).ToArray());
        double[] sums = Tensors.Doubles("check/x_train_sum");
        Assert.Equal(sums.Length, Training.FeatureCount);
        for (int column = 0; column < sums.Length; column++)
        {
            double sum = 0;
            for (int row = 0; row < Training.Count; row++)
            {
                sum += Training.FeaturesOf(row)[column];
            }

            // The same floats, added in another order in double.
            Assert.Equal(sums[column], sum, 1e-9);
        }
    }

    /// <summary>The model's tensors under Keras's names: the kind in snake case, numbered from the second on.</summary>
    public static IEnumerable<(string Name, TensorDescription Tensor)> KerasNames(ModelDescription model)
    {
        Dictionary<string, int> counts = [];
        foreach (LayerDescription layer in model.Layers.Where(layer => layer.Tensors.Length > 0))
        {
            string kind = layer.Kind == "BatchNormalization" ? "batch_normalization" : "dense";
            int count = counts[kind] = counts.GetValueOrDefault(kind) + 1;
            string name = count == 1 ? kind : string.Create(CultureInfo.InvariantCulture, $"{kind}_{count - 1}");
            foreach (TensorDescription tensor in layer.Tensors)
            {
                yield return ($"{name}/{tensor.Name}", tensor);
            }
        }
    }

    /// <summary>
    /// Largest relative distance of Keras in float32 from Keras in float64 for a series, over its first epochs or over all
    /// of them; for weights and predictions relative to the largest value.
    /// </summary>
    public double Distance(string series, int? epochs = null)
    {
        JsonElement distance = _distances.GetProperty(series);
        return epochs is { } first
            ? distance.GetProperty("max_rel_until_epoch").GetProperty(first.ToString(CultureInfo.InvariantCulture)).GetDouble()
            : distance.GetProperty("max_rel").GetDouble();
    }

    private (Dataset Training, Dataset Validation) Stored() => (Stored("train"), Stored("val"));

    private Dataset Stored(string part) => new(Tensors.Floats($"data/x_{part}"), 1, Tensors.Floats($"data/y_{part}"), 1);

    /// <summary>Reads the CSV file the way the scripts did: in double, standardized in double, then rounded to float.</summary>
    private (Dataset Training, Dataset Validation) FromCsv()
    {
        string file = Entry.GetProperty("data").GetProperty("set").GetString()!;
        string[][] rows = [.. File.ReadLines(GoldenCases.PathOf("data", file)).Skip(1).Select(line => line.Split(','))];
        string[] classes = [.. rows.Select(row => row[^1]).Distinct().Order(StringComparer.Ordinal)];
        return (Part(rows, classes, "train"), Part(rows, classes, "validation"));
    }

    private Dataset Part(string[][] rows, string[] classes, string part)
    {
        double[] mean = Tensors.Doubles("standardize/mean"), scale = Tensors.Doubles("standardize/scale");
        bool isRegression = Tensors.Has("standardize/target_mean");
        bool isOneHot = Entry.GetProperty("loss").GetProperty("class").GetString() == "CategoricalCrossentropy";
        int outputs = isOneHot ? classes.Length : 1;
        List<float> features = [], targets = [];
        foreach (int row in Tensors.Integers($"rows/{part}"))
        {
            features.AddRange(mean.Select((_, column) => (float)((Number(rows[row][column]) - mean[column]) / scale[column])));
            if (isRegression)
            {
                double value = Number(rows[row][^1]) - Tensors.Doubles("standardize/target_mean")[0];
                targets.Add((float)(value / Tensors.Doubles("standardize/target_scale")[0]));
            }
            else
            {
                int number = Array.IndexOf(classes, rows[row][^1]);
                targets.AddRange(outputs == 1 ? [number] : Enumerable.Range(0, outputs).Select(i => i == number ? 1f : 0f));
            }
        }

        return new Dataset([.. features], mean.Length, [.. targets], outputs);
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
