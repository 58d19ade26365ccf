using System.Globalization;
using System.Reflection;
using Overfit.Tests.Models;

namespace Overfit.Tests.Training;

/// <summary>What a run is made of tells its settings in words, by which the run of a backup is known.</summary>
public sealed class SettingWordsTests
{
    public static TheoryData<string> Types => [.. Things().Select(thing => thing.GetType().Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public void EverySettingIsTold(string type)
    {
        object thing = Things().Single(thing => thing.GetType().Name == type);
        foreach (PropertyInfo setting in thing.GetType().GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            Assert.Contains($"{setting.Name} = ", thing.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryTypeIsThere()
    {
        Type[] bases = [typeof(Optimizer), typeof(Loss), typeof(Layer)];
        IEnumerable<string> types = typeof(Trainer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && bases.Any(type.IsSubclassOf))
            .Select(type => type.Name).Append(nameof(EarlyStopping));
        Assert.Equal(types.Order(), Things().Select(thing => thing.GetType().Name).Order());
    }

    [Fact]
    public void ACommaCultureChangesNothing()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        string?[] words = [.. Things().Select(thing => thing.ToString())];
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            Assert.Equal(words, Things().Select(thing => thing.ToString()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void TheDirectionAndTheThresholdAreTold()
    {
        Assert.Contains("validation mae, more is better", $"{new EarlyStopping { Monitor = Quantity.ValidationMetric("mae", true) }}");
        Assert.Equal("binary_accuracy { threshold = 0.25 }", $"{Metric.BinaryAccuracy(0.25f)}");
        Assert.Equal("Huber loss { Delta = 1.5 }", $"{new Huber(1.5)}");
    }

    private static object[] Things() =>
    [
        new Sgd(), new RmsProp(), new Adam(), new AdamW(),
        new MeanSquaredError(), new MeanAbsoluteError(), new Huber(0.5),
        new BinaryCrossEntropy(), new CategoricalCrossEntropy { LabelSmoothing = 0.1 }, new SparseCategoricalCrossEntropy(),
        .. new NormalizedDroppingNet(1).Layers.DistinctBy(layer => layer.GetType()),
        new EarlyStopping { MinDelta = -0.5, Baseline = 0.25 },
    ];
}
