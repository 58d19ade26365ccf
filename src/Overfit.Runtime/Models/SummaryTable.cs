using System.Globalization;
using System.Text;

namespace Overfit;

/// <summary>A model's description as a table of text, in the manner of Keras's <c>summary</c>.</summary>
internal static class SummaryTable
{
    public static string Of(ModelDescription model)
    {
        List<string[]> rows = [["Layer", "Kind", "Output", "Parameters"], .. model.Layers.Select(Row)];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('-', widths.Sum() + (2 * (widths.Length - 1)));
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{model.Name}, input {model.InputShape}\n{rule}\n");
        foreach (string[] row in rows)
        {
            string[] cells = [.. row.Select((cell, column) => column == row.Length - 1
                ? cell.PadLeft(widths[column])
                : cell.PadRight(widths[column]))];
            text.AppendJoin("  ", cells).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"{rule}\n{model.ParameterCount:N0} parameters");
        if (model.TrainableCount != model.ParameterCount)
        {
            text.Append(CultureInfo.InvariantCulture, $", {model.TrainableCount:N0} of them trainable");
        }

        return text.ToString();
    }

    private static string[] Row(LayerDescription layer) =>
    [
        layer.Name,
        layer.Details.Length > 0 ? $"{layer.Kind} {layer.Details}" : layer.Kind,
        layer.OutputShape.ToString(),
        layer.ParameterCount.ToString("N0", CultureInfo.InvariantCulture),
    ];
}
