using Spectre.Console;
using Spectre.Console.Rendering;

namespace Overfit.Reporting;

/// <summary>
/// Numbers of several contenders, one a row, each with rows of reference numbers below it: names on the left, numbers on the
/// right of their columns.
/// </summary>
public sealed class ComparisonTable : Renderable
{
    private readonly Table _table = new();

    /// <summary>An empty table.</summary>
    /// <param name="columns">The names of the columns of numbers.</param>
    public ComparisonTable(params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _table.AddColumn(new TableColumn("").NoWrap().Padding(0, 0));
        foreach (string column in columns)
        {
            _table.AddColumn(new TableColumn(new Text(column)).RightAligned().NoWrap().Padding(1, 0, 0, 0));
        }
    }

    /// <summary>Adds a contender.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cells">Its numbers, from the left; columns that are left over stay empty.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">There are more cells than columns.</exception>
    public ComparisonTable Add(string name, params IEnumerable<string> cells) =>
        AddRow(name, new Style(decoration: Decoration.Bold), Style.Plain, cells);

    /// <summary>Adds what the contender above is compared with, set back and paler.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cells">Its numbers, from the left; columns that are left over stay empty.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">There are more cells than columns.</exception>
    public ComparisonTable AddReference(string name, params IEnumerable<string> cells) =>
        AddRow("  " + name, new Style(Color.Grey), new Style(Color.Grey), cells);

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth) =>
        ((IRenderable)Bordered(options)).Measure(options, maxWidth);

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        ((IRenderable)Bordered(options)).Render(options, maxWidth);

    /// <summary>The simple border is a line of box characters, which not every output has.</summary>
    private Table Bordered(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return _table.Border(options.Unicode ? TableBorder.Simple : TableBorder.Ascii);
    }

    private ComparisonTable AddRow(string name, Style nameStyle, Style style, IEnumerable<string> cells)
    {
        Text[] texts = [new Text(name, nameStyle), .. cells.Select(cell => new Text(cell, style))];
        if (texts.Length > _table.Columns.Count)
        {
            throw new ArgumentException(
                $"Row '{name}' has {texts.Length - 1} cells, but the table has {_table.Columns.Count - 1} columns of numbers.",
                nameof(cells));
        }

        _table.AddRow(texts);
        return this;
    }
}
