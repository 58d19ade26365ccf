using System.Runtime.Intrinsics;
using Overfit.Kernels;

namespace Overfit.Benchmarks.Micro;

/// <summary>Products at the sizes of real layers, at each register width that the hardware has.</summary>
internal static unsafe class ProductCases
{
    private const double WideTarget = 0.85;
    private const double NarrowTarget = 0.8;

    /// <summary>13 rows are 12 and 1, 30 columns are 32 with two unused: the tiles' form alone leaves 76 % of the peak.</summary>
    private const double AwkwardTarget = 0.6;

    /// <summary>m, n, k, and whether it has the form that the peak can be expected of.</summary>
    private static readonly (int M, int N, int K, bool IsAwkward)[] Sizes =
    [
        (32, 64, 64, false),        // The article's second layer, forward and back to its inputs, 32 rows at once,
        (64, 64, 32, false),        // and the gradient of its kernel.
        (128, 128, 128, false),
        (256, 256, 128, false),
        (784, 512, 128, false),
        (13, 30, 100, true),
    ];

    public static IReadOnlyList<ProductCase> All { get; } =
    [
        .. Vector512.IsHardwareAccelerated ? AtWidth<Lanes16>() : [],
        .. Vector256.IsHardwareAccelerated ? AtWidth<Lanes8>() : [],
        .. AtWidth<Lanes4>(),
    ];

    private static IEnumerable<ProductCase> AtWidth<TVector>()
        where TVector : unmanaged, IVector<TVector> =>
        from size in Sizes
        select new ProductCase(
            size.M,
            size.N,
            size.K,
            TVector.Count,
            Target<TVector>(size.IsAwkward),
            () => Prepare<TVector>(size.M, size.N, size.K));

    /// <summary>128 bits are shown beside the others; there is no target for them.</summary>
    private static double? Target<TVector>(bool isAwkward)
        where TVector : unmanaged, IVector<TVector> => TVector.Count switch
        {
            16 => isAwkward ? AwkwardTarget : WideTarget,
            8 => isAwkward ? AwkwardTarget : NarrowTarget,
            _ => null,
        };

    private static Action Prepare<TVector>(int m, int n, int k)
        where TVector : unmanaged, IVector<TVector>
    {
        Block left = Numbers.Normal(m * k, seed: 1), right = Numbers.Normal(k * n, seed: 2), result = new(m * n);
        return () =>
        {
            fixed (float* a = left.Span, b = right.Span, c = result.Span)
            {
                Operands at = new(a, k, 1, b, n, c, n);
                Product.MultiplyRows<TVector, NoEpilogue>(0, m, n, k, at, default);
            }
        };
    }
}
