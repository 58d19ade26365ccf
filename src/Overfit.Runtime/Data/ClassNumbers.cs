using System.Globalization;

namespace Overfit;

/// <summary>Reads targets as classes, numbered from 0.</summary>
internal static class ClassNumbers
{
    /// <summary>The largest float below which every whole number is a float.</summary>
    private const int Most = 1 << 24;

    /// <summary>Each row's class, from one target that is its number, or from one-hot targets.</summary>
    /// <exception cref="ArgumentException">The targets are neither.</exception>
    public static int[] Of(Dataset data) => data.TargetCount == 1 ? Of(data, Most) : OfOneHot(data);

    /// <summary>Each row's class, from one target that is its number, below <paramref name="classes"/>.</summary>
    /// <exception cref="ArgumentException">There are several targets, or one is not such a number.</exception>
    public static int[] Of(Dataset data, int classes)
    {
        if (data.TargetCount != 1)
        {
            throw new ArgumentException(
                $"The dataset has {data.TargetCount} targets a row; class numbers are a single target.", nameof(data));
        }

        int[] numbers = new int[data.Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            float target = data.Targets[row];
            if (!(target >= 0 && target < classes && float.IsInteger(target)))
            {
                string value = target.ToString(CultureInfo.InvariantCulture);
                string range = classes == Most ? "" : $" to {classes - 1}";
                throw new ArgumentException(
                    $"The target of row {row} is {value}; class numbers are whole numbers from 0{range}.", nameof(data));
            }

            numbers[row] = (int)target;
        }

        return numbers;
    }

    private static int[] OfOneHot(Dataset data)
    {
        int[] numbers = new int[data.Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            ReadOnlySpan<float> targets = data.TargetsOf(row);
            numbers[row] = targets.IndexOf(1f);
            if (numbers[row] < 0 || targets.Count(0f) != targets.Length - 1)
            {
                throw new ArgumentException(
                    $"The targets of row {row} are not one 1 and otherwise 0; classes are one class number or one-hot targets.",
                    nameof(data));
            }
        }

        return numbers;
    }
}
