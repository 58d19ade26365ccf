namespace Overfit;

/// <summary>The memory a model computes in: activations, their gradients and scratch, for up to a number of rows.</summary>
public sealed class Workspace
{
    private const int RowAlignment = 16;

    private readonly Block _block;
    private readonly int _fixed;

    private Workspace(int fixedLength, int perRow, int rows, ThreadTeam? team)
    {
        Team = team ?? ThreadTeam.Alone;
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        _fixed = Align(fixedLength);
        Capacity = Align(rows);
        _block = new Block(checked(_fixed + (perRow * Capacity)));
    }

    /// <summary>Most rows of one pass: at least as many as asked for.</summary>
    public int Capacity { get; }

    /// <summary>Sum of the activity penalties of the latest forward pass: strength * sum / rows.</summary>
    public double ActivityPenalty { get; set; }

    /// <summary>The threads that compute in it.</summary>
    public ThreadTeam Team { get; }

    /// <summary>Memory for forward passes.</summary>
    /// <param name="rows">Most rows of a pass, at least 1.</param>
    /// <param name="team">The threads that compute. Default: the one that calls.</param>
    public static Workspace ForInference<TModel>(int rows, ThreadTeam? team = null)
        where TModel : class, IModel<TModel> =>
        new(TModel.WorkspaceLayout.Fixed, TModel.WorkspaceLayout.InferencePerRow, rows, team);

    /// <summary>Memory for forward and backward passes.</summary>
    /// <param name="rows">Most rows of a pass, at least 1.</param>
    /// <param name="team">The threads that compute. Default: the one that calls.</param>
    public static Workspace ForTraining<TModel>(int rows, ThreadTeam? team = null)
        where TModel : class, IModel<TModel> =>
        new(TModel.WorkspaceLayout.Fixed, TModel.WorkspaceLayout.TrainingPerRow, rows, team);

    /// <summary>Floats that do not depend on the rows.</summary>
    public Span<float> Fixed(int offset, int length) => _block.Slice(offset, length);

    /// <summary>A slot: [rows x width] floats.</summary>
    /// <param name="offset">Where the slot starts, in floats per row.</param>
    /// <param name="rows">Rows in use, at most <see cref="Capacity"/>.</param>
    /// <param name="width">Floats in a row.</param>
    public Span<float> Slot(int offset, int rows, int width) => _block.Slice(_fixed + (offset * Capacity), rows * width);

    private static int Align(int length) => checked(length + RowAlignment - 1) & -RowAlignment;
}
