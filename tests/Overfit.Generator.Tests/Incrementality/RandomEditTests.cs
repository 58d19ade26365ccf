using Microsoft.CodeAnalysis;
using Overfit.Generator.Tests.Robustness;

namespace Overfit.Generator.Tests.Incrementality;

/// <summary>Random edits, one after the other: what is said after each is what a driver says that knows of nothing.</summary>
public sealed class RandomEditTests
{
    private const string Body =
        """
        class Service
        {
            private readonly Dictionary<string, double> _values = [];
            public const int Rows = 3;

            public double Total(double least)
            {
                double sum = 0;
                foreach (double value in _values.Values) { if (value > least + 1) { sum += value * 2; } }
                return sum + Rows;
            }

            public void Add(string name, double value) { _values[name] = value + 0.5; Total(1 + 2 + 3 + 4); }
        }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void NothingIsEverStale(int seed)
    {
        const int Edits = 200;
        string[] files = [.. EditedProject.Files, Body];
        Random random = new(seed);
        GeneratorRun run = GeneratorRun.Of(files);
        int passed = 0, mattered = 0;
        for (int edit = 0; edit < Edits; edit++)
        {
            int file = random.Next(files.Length);
            string edited = random.Next(3) == 0 ? files[file] : Mutation.Of(files[file], random);
            GeneratorRun after = run.Edit(file, edited);
            string[] said = after.Afresh().Said;
            Assert.True(said.SequenceEqual(after.Said), $"Edit {edit} of file {file}:\n{edited}");
            passed += after.Result.TrackedSteps[ModelGenerator.ProjectStep].Single().Outputs[0].Reason == IncrementalStepRunReason.Unchanged ? 1 : 0;
            mattered += said.SequenceEqual(run.Said) ? 0 : 1;
            run = after;
        }

        // It would prove little if all edits were looked into, or if few of them mattered.
        Assert.InRange(passed, Edits / 30, Edits / 2);
        Assert.InRange(mattered, Edits / 5, Edits);
    }
}
