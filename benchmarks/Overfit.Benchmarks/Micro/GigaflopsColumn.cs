using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Overfit.Benchmarks.Micro;

/// <summary>10^9 floating-point operations a second of the products, a multiply-add counted as two.</summary>
public sealed class GigaflopsColumn : IColumn
{
    public string Id => nameof(GigaflopsColumn);

    public string ColumnName => "GFLOP/s";

    public string Legend => "10^9 floating-point operations a second, a multiply-add counted as two";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(static benchmark => ProductOf(benchmark) is not null);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        ProductOf(benchmarkCase) is { } product && summary[benchmarkCase]?.ResultStatistics is { } times
            ? $"{product.Operations / times.Mean:0.0}" // Operations in a nanosecond are 10^9 in a second.
            : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    private static ProductCase? ProductOf(BenchmarkCase benchmark) => ProductCases.All.SingleOrDefault(
        product => product.Name.Equals(benchmark.Parameters[nameof(MicroBenchmarks.Name)]));
}
