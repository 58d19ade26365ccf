using Overfit.Tests.Models;

namespace Overfit.Tests.Training;

/// <summary>A step of training allocates nothing, whatever it is made of; an epoch does not allocate for its steps.</summary>
public sealed class AllocationTests
{
    private static readonly Optimizer[] Optimizers =
    [
        new Sgd(),
        new Sgd { Momentum = 0.9 },
        new Sgd { Momentum = 0.9, Nesterov = true },
        new Adam(),
        new Adam { AmsGrad = true },
        new AdamW(),
        new RmsProp(),
        new RmsProp { Momentum = 0.9 },
        new RmsProp { Centered = true },
        new RmsProp { Momentum = 0.9, Centered = true },
    ];

    [Fact]
    public void NoLayerAllocates()
    {
        Step<StackedActivationsNet>(new MeanSquaredError(), new Adam());
        Step<ActivateSoftmaxNet>(new MeanSquaredError(), new Adam());
        Step<SigmoidNet>(new MeanSquaredError(), new Adam());
        Step<SoftplusNet>(new MeanSquaredError(), new Adam());
        Step<ELUNet>(new MeanSquaredError(), new Adam());
        Step<PartlyNormalizedNet>(new MeanSquaredError(), new Adam());
        Step<NormalizedDroppingNet>(new MeanSquaredError(), new Adam());
        Step<PenalizedNet>(new MeanSquaredError(), new Adam());
        Step<UnbiasedNet>(new MeanSquaredError(), new Adam());
        Step<WideNet>(new MeanSquaredError(), new Adam());
        Step<NarrowNet>(new MeanSquaredError(), new Adam());
        Step<PlainRegressor>(new MeanSquaredError(), new Adam());
    }

    [Fact]
    public void NoLossAllocates()
    {
        Step<WideNet>(new MeanAbsoluteError(), new Adam());
        Step<WideNet>(new Huber(), new Adam());
        Step<WideNet>(new BinaryCrossEntropy { FromLogits = true }, new Adam());
        Step<WideNet>(new SparseCategoricalCrossEntropy { FromLogits = true }, new Adam());
        Step<SigmoidNet>(new BinaryCrossEntropy { LabelSmoothing = 0.1 }, new Adam());
        Step<SoftmaxNet>(new CategoricalCrossEntropy(), new Adam());
        Step<SoftmaxNet>(new SparseCategoricalCrossEntropy(), new Adam());
    }

    [Fact]
    public void NoOptimizerAllocates() => Assert.All(Optimizers, optimizer => Step<LineNet>(new MeanSquaredError(), optimizer));

    [Fact]
    public void AnEpochsAllocationDoesNotDependOnItsSteps()
    {
        // The least object takes 24 bytes. One more for each of 512 steps instead of 2 would be 12,240 bytes.
        Assert.InRange(BytesOfAnEpoch(batchSize: 256), 1, 2000);
        Assert.InRange(BytesOfAnEpoch(batchSize: 1), 1, 2000);
    }

    [Fact]
    public void ATeamDoesNotAllocate()
    {
        using ThreadTeam team = new(3);
        Step<WideRegressor>(new MeanSquaredError(), new Adam(), team);
    }

    private static void Step<TModel>(Loss loss, Optimizer optimizer, ThreadTeam? team = null)
        where TModel : class, IModel<TModel>
    {
        Dataset data = TrainingData.For<TModel>(loss, 40);
        TrainingStep<TModel> step = new(TModel.Create(1), data, loss, optimizer, batchSize: 32, seed: 1, team ?? ThreadTeam.Alone);
        int[] rows = [.. Enumerable.Range(0, 32)];
        step.Run(rows);
        step.Run(rows.AsSpan(0, 8));
        long before = GC.GetAllocatedBytesForCurrentThread();
        double objective = step.Run(rows);
        objective += step.Run(rows.AsSpan(0, 8));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated == 0, $"{TModel.Description.Name}, {loss.Name}, {optimizer.GetType().Name}: {allocated} bytes");
        Assert.True(double.IsFinite(objective));
    }

    /// <summary>From runs of 32 and of 17 epochs, for which the list of records grows to the same length.</summary>
    private static long BytesOfAnEpoch(int batchSize)
    {
        // Some runs also allocate what is only allocated once, such as delegates and type information, and code that is compiled
        // anew meanwhile may allocate less: the least of several runs is what an epoch needs.
        long shorter = long.MaxValue, longer = long.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            shorter = Math.Min(shorter, Fit(batchSize, 17));
            longer = Math.Min(longer, Fit(batchSize, 32));
        }

        return (longer - shorter) / 15;
    }

    private static long Fit(int batchSize, int epochs)
    {
        Trainer trainer = new(new MeanSquaredError(), new Adam());
        Dataset data = TrainingData.Line(512);
        PlainRegressor model = new(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        trainer.Fit(model, data, new TrainingOptions { Epochs = epochs, BatchSize = batchSize });
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
