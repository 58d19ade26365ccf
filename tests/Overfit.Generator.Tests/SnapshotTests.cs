using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Overfit.Generator.Tests;

/// <summary>Whole emitted files, reviewed like code; each compiles without warnings and runs.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public async Task Plain() => await Verifier.Verify(Trained(Sources.Plain, "PlainRegressor").Driver);

    [Fact]
    public async Task Regularized() => await Verifier.Verify(Trained(Sources.Regularized, "Article.RegularizedRegressor").Driver);

    [Fact]
    public async Task Normalized() => await Verifier.Verify(Trained(Sources.Normalized, "Article.NormalizedRegressor").Driver);

    [Fact]
    public async Task Everything()
    {
        GeneratorRun run = GeneratorRun.Of(Sources.Everything);
        Assert.Empty(run.Diagnostics);
        var train = (double)Load(run).GetType("Deep.namespace.Outer+Inner")!.GetMethod("Train")!.Invoke(null, null)!;

        // Three rows of three classes: guessing costs log 3 = 1.1.
        Assert.InRange(train, 0, 0.9);
        await Verifier.Verify(run.Driver);
    }

    /// <summary>Compiles without any warning, and trains: a straight line is learned better than by its mean.</summary>
    private static GeneratorRun Trained(string source, string type)
    {
        GeneratorRun run = GeneratorRun.Of(source);
        Assert.Empty(run.Diagnostics);
        MethodInfo train = typeof(SnapshotTests).GetMethod(nameof(Train), BindingFlags.NonPublic | BindingFlags.Static)!;
        double loss = (double)train.MakeGenericMethod(Load(run).GetType(type)!).Invoke(null, null)!;
        Assert.InRange(loss, 0, 0.5);
        return run;
    }

    private static double Train<TModel>()
        where TModel : class, IModel<TModel>
    {
        // y = 2x on [-1, 1]: the mean predicts with an error of 4 / 3.
        float[] x = [.. Enumerable.Range(0, 32).Select(i => (i - 15.5f) / 15.5f)];
        Dataset data = Dataset.From(x, [.. x.Select(value => 2 * value)]);
        TrainingRun run = new Trainer(new MeanSquaredError(), new Adam { LearningRate = 0.01 })
            .Fit(TModel.Create(seed: 1), data, new TrainingOptions { Epochs = 100, EvaluationFrequency = 100 });
        return (run.Recalibrated ?? run.Final).Training.DataLoss;
    }

    private static Assembly Load(GeneratorRun run)
    {
        using MemoryStream stream = new();
        EmitResult emitted = run.Output.Emit(stream);
        Assert.True(emitted.Success);
        stream.Position = 0;
        return new AssemblyLoadContext(null).LoadFromStream(stream);
    }
}
