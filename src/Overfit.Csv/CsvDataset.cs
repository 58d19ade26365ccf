using System.Runtime.InteropServices;

namespace Overfit;

/// <summary>Reads datasets from CSV files.</summary>
public static class CsvDataset
{
    /// <summary>
    /// Reads a file whose first line names the columns. The delimiter is detected; numbers are written with a point whatever
    /// the machine's culture. A single target column of text holds classes: they are numbered from 0 in the ordinal order
    /// of their names, which <see cref="Dataset.Names"/> tells. Blank lines, and spaces around names and cells, are skipped.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Which columns are read. Default: the last one is the target, the others are features.</param>
    /// <exception cref="FileNotFoundException">There is no such file, or it is a folder.</exception>
    /// <exception cref="ArgumentException">A column is not in the file, or asked for twice.</exception>
    /// <exception cref="InvalidDataException">The file is not UTF-8, there are no rows, the first line is all numbers, two columns
    /// have one name, a row has more or fewer cells than the first line, or a cell is empty, not a number, or not finite as a
    /// float; file, line and column are named.</exception>
    public static Dataset Read(string path, CsvColumns? columns = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                Directory.Exists(path)
                    ? $"{path} is a folder; a file name was expected."
                    : $"There is no file {path} (looked for {Path.GetFullPath(path)}); check the path and the working directory.",
                path);
        }

        using FileStream file = File.OpenRead(path);
        using CsvRows rows = new(file, path);
        ChosenColumns chosen = new(columns ?? new CsvColumns(), rows.Header, path);
        List<float> features = [];
        List<float> targets = [];
        ClassColumn? classes = chosen.Targets.Length == 1 ? new ClassColumn() : null;
        while (rows.Read())
        {
            foreach (int column in chosen.Features)
            {
                features.Add(rows.Number(column));
            }

            foreach (int column in chosen.Targets)
            {
                targets.Add(classes is null ? rows.Number(column) : classes.Read(rows, column));
            }
        }

        if (features.Count == 0)
        {
            throw new InvalidDataException($"{path} has names but no rows below them; a dataset needs at least one.");
        }

        classes?.Sort(CollectionsMarshal.AsSpan(targets));
        DatasetNames names = new()
        {
            Features = [.. chosen.Features.Select(column => rows.Header[column])],
            Targets = [.. chosen.Targets.Select(column => rows.Header[column])],
            Classes = classes?.Names ?? [],
        };
        return new Dataset(
            CollectionsMarshal.AsSpan(features),
            chosen.Features.Length,
            CollectionsMarshal.AsSpan(targets),
            chosen.Targets.Length,
            names);
    }
}
