namespace Overfit.Reporting;

/// <summary>A line of a chart.</summary>
/// <param name="Text">What is printed.</param>
/// <param name="Owners">For each character: 't' where it belongs to the training curve, 'v' to the validation curve, else a space.</param>
public sealed record ChartLine(string Text, string Owners);
