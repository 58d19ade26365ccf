using System.Globalization;
using Overfit;

namespace Article;

/// <summary>The article's 100 points and its split: 80 rows to train on, 20 to validate.</summary>
internal sealed record Points(Dataset Training, Dataset Validation)
{
    /// <summary>The points are y = 2x + 1 plus normal noise of this standard deviation.</summary>
    public const double NoiseDeviation = 2;

    public static Points Read()
    {
        string[][] rows = CsvResource.Read("points.csv");
        return new(Part(rows, "train"), Part(rows, "validation"));
    }

    private static Dataset Part(string[][] rows, string set)
    {
        string[][] part = [.. rows.Where(row => row[1] == set)];
        return Dataset.From(
            Array.ConvertAll(part, row => double.Parse(row[2], CultureInfo.InvariantCulture)),
            Array.ConvertAll(part, row => double.Parse(row[3], CultureInfo.InvariantCulture)));
    }
}
