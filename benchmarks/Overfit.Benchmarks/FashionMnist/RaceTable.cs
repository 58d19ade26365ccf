namespace Overfit.Benchmarks.FashionMnist;

/// <summary>Races side by side as a Markdown table; times also as multiples of the first one's.</summary>
internal static class RaceTable
{
    public static void Write(TextWriter output, IReadOnlyList<Race> races, IReadOnlyList<double> targets)
    {
        output.WriteLine($"| contender | s an epoch | ratio |{string.Concat(targets.Select(Columns))}");
        output.WriteLine($"|---|--:|--:|{string.Concat(Enumerable.Repeat("--:|--:|--:|", targets.Count))}");
        Race first = races[0];
        foreach (Race race in races)
        {
            output.Write($"| {race.Name} |{Time(race.SecondsPerEpoch, first.SecondsPerEpoch)}");
            foreach (double target in targets)
            {
                string epochs = double.IsFinite(race.EpochsTo(target)) ? $"{race.EpochsTo(target)}" : "not reached";
                output.Write($" {epochs} |{Time(race.SecondsTo(target), first.SecondsTo(target))}");
            }

            output.WriteLine();
        }
    }

    private static string Columns(double target) => $" epochs to {100 * target:0.0} % | s to it | ratio |";

    private static string Time(double seconds, double unit) =>
        double.IsFinite(seconds) ? $" {seconds:0.00} | {(double.IsFinite(unit) ? $"{seconds / unit:0.00}" : "")} |" : " | |";
}
