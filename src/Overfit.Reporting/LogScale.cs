using System.Globalization;

namespace Overfit.Reporting;

/// <summary>A logarithmic scale from the top line of a plot, the largest value, to the bottom line.</summary>
internal sealed class LogScale
{
    /// <summary>The least logarithm of largest over smallest value: less would show noise of the last digits as hills.</summary>
    private const double NarrowestRange = 0.1;

    private readonly double _lowest;
    private readonly double _highest;
    private readonly int _rows;

    private LogScale(double lowest, double highest, int rows)
    {
        double missing = Math.Max(NarrowestRange - (highest - lowest), 0);
        (_lowest, _highest, _rows) = (lowest - (missing / 2), highest + (missing / 2), rows);
    }

    /// <summary>Number of lines.</summary>
    public int Rows => _rows;

    /// <summary>A scale that holds all values that have a finite logarithm; null where there is none.</summary>
    public static LogScale? Of(IEnumerable<double> values, int rows)
    {
        double[] shown = [.. values.Where(IsShown).Select(value => Math.Log(value))];
        return shown.Length == 0 ? null : new LogScale(shown.Min(), shown.Max(), rows);
    }

    /// <summary>Whether a value has a place on the scale.</summary>
    public static bool IsShown(double value) => double.IsFinite(value) && value > 0;

    /// <summary>Where a value lies: 0 at the top, <paramref name="steps"/> - 1 at the bottom.</summary>
    public int Place(double value, int steps) =>
        (int)Math.Round((_highest - Math.Log(value)) / (_highest - _lowest) * (steps - 1));

    /// <summary>The value at the middle of a line, with three digits.</summary>
    public string Label(int row)
    {
        double value = Math.Exp(_highest - ((row + 0.5) / _rows * (_highest - _lowest)));
        string format = value switch
        {
            >= 1e5 or < 1e-2 => "0.0E0",
            >= 100 => "0",
            >= 10 => "0.0",
            _ => "0.00",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
