using Overfit;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FashionMnist;

/// <summary>A confusion matrix as a table, and the accuracy that follows from it.</summary>
internal static class ConfusionReport
{
    /// <summary>What is left of a class's name above its column where whole names need more room than there is.</summary>
    private const int FewLetters = 5;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Pale = new(Color.Grey);

    public static void Write(IAnsiConsole console, ConfusionMatrix matrix)
    {
        console.MarkupLine($"[bold]{matrix.Accuracy.Count} test images[/]: what they are, and across what they were taken for");
        Table whole = Table(matrix, letters: int.MaxValue);
        int width = ((IRenderable)whole).Measure(RenderOptions.Create(console), int.MaxValue).Max;
        console.Write(width <= console.Profile.Width ? whole : Table(matrix, FewLetters));

        Interval interval = matrix.Accuracy.ConfidenceInterval();
        console.MarkupLine(
            $"[bold]Test accuracy {100 * matrix.Accuracy.Value:0.00} %[/], 95 % interval {100 * interval.Lower:0.00} - "
            + $"{100 * interval.Upper:0.00} % (Wilson)");
    }

    private static Table Table(ConfusionMatrix matrix, int letters)
    {
        int[] classes = [.. Enumerable.Range(0, matrix.Classes.Length)];
        IEnumerable<string> names = matrix.Classes.Select(name => name[..Math.Min(name.Length, letters)]);
        Table table = new Table().Border(TableBorder.Simple).AddColumn(Column("", Style.Plain));
        table.AddColumns([.. names.Select(name => Column(name, Bold).RightAligned()), Column("recall", Pale).RightAligned()]);
        foreach (int actual in classes)
        {
            table.AddRow(
            [
                new Text(matrix.Classes[actual], Bold),
                .. classes.Select(answer => new Text($"{matrix[actual, answer]:#}", answer == actual ? Bold : Style.Plain)),
                Words(matrix.Recall(actual)),
            ]);
        }

        return table.AddRow([new Text("precision", Pale), .. classes.Select(answer => Words(matrix.Precision(answer)))]);
    }

    private static TableColumn Column(string name, Style style) => new TableColumn(new Text(name, style)).NoWrap().Padding(0, 0);

    private static Text Words(Share share) => new(share.Count == 0 ? "" : $"{share.Value:0.000}", Pale);
}
