namespace Overfit;

/// <summary>Divides the sizes of a split's parts among classes, in proportion to the classes' rows.</summary>
internal static class ClassShares
{
    /// <param name="classes">[rows], each row's class from 0.</param>
    /// <param name="sizes">Rows of each part.</param>
    /// <returns>[classes], which sum to <paramref name="sizes"/>.</returns>
    /// <exception cref="ArgumentException">A class is too rare to be in every part.</exception>
    public static PartSizes[] Of(int[] classes, PartSizes sizes)
    {
        int[] counts = new int[classes.Max() + 1];
        foreach (int of in classes)
        {
            counts[of]++;
        }

        int[] test = Apportion(sizes.Test, counts);
        int[] rest = [.. counts.Zip(test, (count, taken) => count - taken)];
        int[] validation = Apportion(sizes.Validation, rest);
        PartSizes[] shares = new PartSizes[counts.Length];
        for (int of = 0; of < shares.Length; of++)
        {
            shares[of] = new PartSizes(rest[of] - validation[of], validation[of], test[of]);
            RequireEveryPart(of, counts[of], shares[of], sizes);
        }

        return shares;
    }

    /// <summary>Whole shares in proportion to the weights: rounded down, and one more for the largest remainders.</summary>
    private static int[] Apportion(int total, int[] weights)
    {
        long sum = weights.Sum(weight => (long)weight);
        int[] shares = Array.ConvertAll(weights, weight => (int)((long)total * weight / sum));
        IEnumerable<int> byRemainder = Enumerable.Range(0, weights.Length).OrderByDescending(i => (long)total * weights[i] % sum);
        foreach (int i in byRemainder.Take(total - shares.Sum()))
        {
            shares[i]++;
        }

        return shares;
    }

    private static void RequireEveryPart(int of, int count, PartSizes share, PartSizes sizes)
    {
        bool everywhere = share.Training > 0
            && (share.Validation > 0 || sizes.Validation == 0)
            && (share.Test > 0 || sizes.Test == 0);
        if (count > 0 && !everywhere)
        {
            throw new ArgumentException(
                $"Class {of} has {count} row{(count == 1 ? "" : "s")}, which gives {share.Training} to training, {share.Validation} to validation and "
                + $"{share.Test} to test; a stratified split needs every class in every part: set more rows aside, merge the "
                + "class with another, or split at random.");
        }
    }
}
