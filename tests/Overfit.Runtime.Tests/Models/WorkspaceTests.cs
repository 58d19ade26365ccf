namespace Overfit.Tests.Models;

/// <summary>What does not fit one block of memory is refused in words, without trying to take the memory.</summary>
public sealed class WorkspaceTests
{
    [Fact]
    public void MoreRowsThanFitAreRefusedWithTheMostThatDo()
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => Workspace.ForTraining<WideHiddenNet>(27)).Message;
        Assert.StartsWith(
            "WideHiddenNet needs 80000004 floats of memory for each row and 80000032 besides, so 27 rows at once are more than the " +
            "2147418112 floats that one block holds. Take at most 25 rows at once: choose a smaller BatchSize, or fewer units.",
            message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Workspace.ForInference<PlainRegressor>(int.MaxValue));
    }

    [Fact]
    public void AModelThatCannotBeTrainedIsTooWide()
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => Workspace.ForTraining<WidestHiddenNet>(1)).Message;
        Assert.Contains("The model is too wide to be trained; use fewer units.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, 53)]
    [InlineData(10, 10)]
    public void InferenceTakesAsManyRowsAsFit(int wanted, int rows) =>
        Assert.Equal(rows, Workspace.InferenceRows<WideHiddenNet>(wanted));

    [Fact]
    public void WhatIsMeantForOneCallIsNoLargerThanNeeded()
    {
        Workspace workspace = Workspace.ForOneCall<PlainRegressor>(3);
        Assert.Equal(3, workspace.Capacity);
        Assert.Equal(3, workspace.Slot(128, 3, 1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Slot(128, 4, 1).Length);
    }
}

[Model(1)]
[Dense(40000000)]
[Dense(2)]
internal sealed partial class WideHiddenNet;

/// <summary>One row fits a block, and so do the fixed floats of training, but not both.</summary>
[Model(1)]
[Dense(2, UseBias = false)]
[Dense(700000000, UseBias = false)]
[Dense(1, UseBias = false)]
internal sealed partial class WidestHiddenNet;
