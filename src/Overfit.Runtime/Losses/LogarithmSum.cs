using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>The sum of logarithms of numbers from 1 on, as the logarithm of their product: one takes as long as many products.</summary>
internal struct LogarithmSum()
{
    /// <summary>A factor is at most the number of classes, far below the square root of this.</summary>
    private const double LargestProduct = 1e200;

    private double _product = 1;
    private double _sum;

    /// <summary>The sum; NaN if a factor was.</summary>
    public readonly double Total => _sum + Math.Log(_product);

    /// <summary>Adds log(<paramref name="factor"/>).</summary>
    /// <param name="factor">From 1 to 1e100.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double factor)
    {
        _product *= factor;
        if (_product > LargestProduct)
        {
            _sum += Math.Log(_product);
            _product = 1;
        }
    }
}
