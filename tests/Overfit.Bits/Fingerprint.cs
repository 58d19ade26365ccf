using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Overfit.Bits;

/// <summary>64 bits that stand for many: two of the same differ where a single bit of what they were taken from does.</summary>
internal static class Fingerprint
{
    private const int Digits = 16;

    public static string Of(ReadOnlySpan<float> values) => Of(MemoryMarshal.AsBytes(values));

    /// <summary>Every number of a run, times aside.</summary>
    public static string Of(TrainingRun run)
    {
        List<double> numbers = [];
        foreach (EpochRecord epoch in run.History)
        {
            numbers.Add(epoch.OnlineLoss);
            numbers.Add(epoch.LearningRate);
            Add(numbers, epoch.Training);
            Add(numbers, epoch.Validation);
        }

        foreach (Evaluation? evaluation in new[] { run.Final, run.Recalibrated })
        {
            Add(numbers, evaluation?.Training);
            Add(numbers, evaluation?.Validation);
        }

        foreach (StatisticsDistance distance in run.Staleness)
        {
            numbers.Add(distance.Mean);
            numbers.Add(distance.Deviation);
        }

        return Of(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(numbers)));
    }

    private static void Add(List<double> numbers, SplitRecord? record)
    {
        if (record is not null)
        {
            numbers.AddRange([record.DataLoss, record.Penalty, .. record.Metrics]);
        }
    }

    private static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes))[..Digits];
}
