using System.Globalization;

namespace Overfit;

/// <summary>The memory a model computes in: activations, their gradients and scratch, for up to a number of rows.</summary>
public sealed class Workspace
{
    private readonly Block _block;
    private readonly int _fixed;

    private Workspace(string model, int fixedLength, int perRow, int rows, ThreadTeam team, bool isForOneCall)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        int most = RowsThatFit(fixedLength, perRow);
        if (rows > most)
        {
            throw TooLarge(model, fixedLength, perRow, rows, most);
        }

        Team = team;
        _fixed = CacheLine.RoundUp(fixedLength);

        // In whole cache lines of rows, each slot starts on one. It does not have to, if that is too much memory.
        Capacity = !isForOneCall && CacheLine.RoundUp(rows) <= most ? CacheLine.RoundUp(rows) : rows;
        int length = _fixed + (perRow * Capacity);
        _block = isForOneCall ? Block.Movable(length) : new Block(length);
    }

    /// <summary>Most rows of one pass: at least as many as asked for.</summary>
    public int Capacity { get; }

    /// <summary>Sum of the activity penalties of the latest forward pass: strength * sum / rows.</summary>
    public double ActivityPenalty { get; set; }

    /// <summary>The threads that compute in it.</summary>
    public ThreadTeam Team { get; }

    /// <summary>Memory for forward passes of inference.</summary>
    /// <param name="rows">Most rows of a pass, at least 1.</param>
    /// <param name="team">The threads that compute. Default: the one that calls.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no row, or more than one block can hold.</exception>
    public static Workspace ForInference<TModel>(int rows, ThreadTeam? team = null)
        where TModel : class, IModel<TModel> =>
        new(TModel.Description.Name, 0, TModel.WorkspaceLayout.InferencePerRow, rows, team ?? ThreadTeam.Alone, isForOneCall: false);

    /// <summary>Memory for forward and backward passes.</summary>
    /// <param name="rows">Most rows of a pass, at least 1.</param>
    /// <param name="team">The threads that compute. Default: the one that calls.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no row, or more than one block can hold.</exception>
    public static Workspace ForTraining<TModel>(int rows, ThreadTeam? team = null)
        where TModel : class, IModel<TModel> =>
        new(
            TModel.Description.Name,
            TModel.WorkspaceLayout.Fixed,
            TModel.WorkspaceLayout.TrainingPerRow,
            rows,
            team ?? ThreadTeam.Alone,
            isForOneCall: false);

    /// <summary>Floats that do not depend on the rows; a workspace for inference has none.</summary>
    public Span<float> Fixed(int offset, int length) => _block.Slice(offset, length);

    /// <summary>A slot: [rows x width] floats.</summary>
    /// <param name="offset">Where the slot starts, in floats per row.</param>
    /// <param name="rows">Rows in use, at most <see cref="Capacity"/>.</param>
    /// <param name="width">Floats in a row.</param>
    public Span<float> Slot(int offset, int rows, int width) => _block.Slice(_fixed + (offset * Capacity), rows * width);

    /// <summary>Memory for inference that is thrown away at once: as little as will do, in memory that costs little to get.</summary>
    internal static Workspace ForOneCall<TModel>(int rows)
        where TModel : class, IModel<TModel> =>
        new(TModel.Description.Name, 0, TModel.WorkspaceLayout.InferencePerRow, rows, ThreadTeam.Alone, isForOneCall: true);

    /// <summary>As many rows of inference as are wanted, or as fit one block where those do not.</summary>
    internal static int InferenceRows<TModel>(int wanted)
        where TModel : class, IModel<TModel> =>
        Math.Max(1, Math.Min(wanted, RowsThatFit(0, TModel.WorkspaceLayout.InferencePerRow)));

    private static int RowsThatFit(int fixedLength, int perRow) =>
        (Block.MostFloats - CacheLine.RoundUp(fixedLength)) / Math.Max(1, perRow);

    private static ArgumentOutOfRangeException TooLarge(string model, int fixedLength, int perRow, int rows, int most) => new(
        nameof(rows),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{model} needs {perRow} floats of memory for each row and {fixedLength} besides, so {rows} rows at once are more than " +
            $"the {Block.MostFloats} floats that one block holds. ") +
        (most > 0
            ? $"Take at most {most} rows at once: choose a smaller BatchSize, or fewer units."
            : "The model is too wide to be trained; use fewer units."));
}
