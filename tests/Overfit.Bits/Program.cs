using System.Globalization;
using Overfit.Bits;

// Trains every model and prints one line for each training. Lines that start with # say where they come from and may differ;
// all others are the same wherever and however the program runs.
int threads = 1;
if (args is not [] && !(args is ["--threads", string given] && IsCount(given, out threads)))
{
    Console.Error.WriteLine(
        $"Received '{string.Join(' ', args)}'. The only option is --threads n: how many trainings run at once and how many threads each has, at least 1; default 1.");
    return 1;
}

Console.WriteLine($"# {Platform.Description}; trainings at once, and threads of each: {threads}");
foreach (string line in Trials.Run(threads))
{
    Console.WriteLine(line);
}

return 0;

static bool IsCount(string text, out int count) =>
    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1;
