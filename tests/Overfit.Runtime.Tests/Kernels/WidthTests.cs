using System.Reflection;
using System.Runtime.Intrinsics;
using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>512-, 256- and 128-bit registers give the same bits, at sizes that fill them and at sizes that do not.</summary>
public sealed unsafe class WidthTests
{
    private static readonly int[] Awkward = [1, 3, 7, 13, 16, 30, 33, 100];

    /// <summary>The widths the processor has, the narrowest first.</summary>
    private static readonly Type[] Widths =
    [
        typeof(Lanes4),
        .. Vector256.IsHardwareAccelerated ? new[] { typeof(Lanes8) } : [],
        .. Vector512.IsHardwareAccelerated ? new[] { typeof(Lanes16) } : [],
    ];

    private static readonly Type[] Fused = [typeof(Linear), typeof(ReLU), typeof(LeakyReLU)];

    [Fact]
    public void EveryFunctionIsTheSame()
    {
        Type[] unary = FunctionsOf(typeof(IUnaryFunction)), binary = FunctionsOf(typeof(IBinaryFunction));
        Assert.True(unary.Length >= 10 && binary.Length >= 9, "the search found no functions");
        foreach (int length in Awkward)
        {
            // Far ones, too, where exponentials are 0 or nearly so.
            float[] left = Values(length, 1), right = [.. Values(length, 2).Select(MathF.Abs)];
            float[] far = [.. left.Select(value => -40 * MathF.Abs(value))];
            Assert.All(unary, function => AllEqual(nameof(Unary), [function], width => [left]));
            Assert.All(unary, function => AllEqual(nameof(Unary), [function], width => [far]));
            Assert.All(binary, function => AllEqual(nameof(Binary), [function], width => [far, right]));
            Assert.All(binary, function => AllEqual(nameof(Binary), [function], width => [left, right]));
        }
    }

    [Fact]
    public void BatchNormalizationIsTheSame()
    {
        foreach (int features in Awkward)
        {
            foreach (int rows in new[] { 1, 3, 4, 7, 32 })
            {
                foreach (bool affine in new[] { false, true })
                {
                    Assert.All(Fused, activation => AllEqual(nameof(Normalize), [activation], width => [rows, features, affine]));
                }
            }
        }
    }

    [Fact]
    public void PenaltyGradientsAreTheSame()
    {
        foreach (int length in Awkward)
        {
            Assert.All(
                Fused, activation => AllEqual(nameof(Penalize), [activation], width => [Values(length, 1), Values(length, 2)]));
        }
    }

    private static void AllEqual(string method, Type[] arguments, Func<Type, object[]> parameters)
    {
        int[][] results = [.. Widths.Select(width => ActivationTests.Bits((float[])typeof(WidthTests)
            .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod([width, .. arguments])
            .Invoke(null, parameters(width))!))];
        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    /// <summary>Every implementation, nested ones too, of any fused activation.</summary>
    private static Type[] FunctionsOf(Type kind) =>
    [
        .. typeof(Elementwise).Assembly.GetTypes()
            .Where(type => type.IsValueType && type.GetInterfaces().Contains(kind))
            .SelectMany(type => type.IsGenericTypeDefinition ? Fused.Select(fused => type.MakeGenericType(fused)) : [type]),
    ];

    private static float[] Unary<TVector, TFunction>(float[] x)
        where TVector : unmanaged, IVector<TVector>
        where TFunction : struct, IUnaryFunction
    {
        float[] y = Fence.Write(new float[x.Length]);
        fixed (float* px = Fence.Read(x), py = y)
        {
            Elementwise.Map<TVector, TFunction>(px, py, x.Length, in ExponentialConstants.InMemory);
        }

        return Fence.Within(y);
    }

    private static float[] Binary<TVector, TFunction>(float[] left, float[] right)
        where TVector : unmanaged, IVector<TVector>
        where TFunction : struct, IBinaryFunction
    {
        float[] y = Fence.Write(new float[left.Length]);
        fixed (float* pl = Fence.Read(left), pr = Fence.Read(right), py = y)
        {
            Elementwise.Map<TVector, TFunction>(pl, pr, py, left.Length, in ExponentialConstants.InMemory);
        }

        return Fence.Within(y);
    }

    private static float[] Penalize<TVector, TActivation>(float[] y, float[] dz)
        where TVector : unmanaged, IVector<TVector>
        where TActivation : struct, IFusedActivation
    {
        float[] written = Fence.Write(dz);
        fixed (float* py = Fence.Read(y), pdz = written)
        {
            ActivityPenaltyKernel.AddGradient<TVector, TActivation>(py, y.Length, 0.3f, 0.7f, pdz);
        }

        return Fence.Within(written);
    }

    /// <summary>Inference, training and the way back: all that they write.</summary>
    private static float[] Normalize<TVector, TActivation>(int rows, int features, bool affine)
        where TVector : unmanaged, IVector<TVector>
        where TActivation : struct, IFusedActivation
    {
        int values = rows * features;
        float[] x = Fence.Read(Values(values, 3)), dy = Fence.Read(Values(values, 4));
        float[] gamma = Fence.Read(Values(features, 5)), beta = Fence.Read(Values(features, 6));
        float[] mean = Fence.Write(Values(features, 7)), variance = Fence.Write([.. Values(features, 8).Select(MathF.Abs)]);
        float[] statistics = Fence.Write(new float[2 * features]);
        float[] inferred = Fence.Write(new float[values]), trained = Fence.Write(new float[values]);
        float[] dx = Fence.Write(new float[values]);
        float[] dGamma = Fence.Write(new float[features]), dBeta = Fence.Write(new float[features]);
        fixed (float* px = x, pdy = dy, pg = gamma, pb = beta, pm = mean, pv = variance, ps = statistics)
        {
            fixed (float* pi = inferred, pt = trained, pdx = dx, pdg = dGamma, pdb = dBeta)
            {
                BatchNormalizationOperands at = new()
                {
                    X = px,
                    Gamma = affine ? pg : null,
                    Beta = affine ? pb : null,
                    MovingMean = pm,
                    MovingVariance = pv,
                    Momentum = 0.9f,
                    RestOfMomentum = 0.1f,
                    Epsilon = 1e-3f,
                    Statistics = ps,
                    DY = pdy,
                    DX = pdx,
                    DGamma = affine ? pdg : null,
                    DBeta = affine ? pdb : null,
                    Y = pi,
                };
                BatchNormalizationColumns<TVector>.Forward<TActivation>(rows, features, at);
                at.Y = pt;
                BatchNormalizationColumns<TVector>.ForwardTraining<TActivation>(rows, features, at);
                BatchNormalizationColumns<TVector>.Backward(rows, features, at);
            }
        }

        return [.. new[] { inferred, trained, statistics, mean, variance, dx, dGamma, dBeta }.SelectMany(Fence.Within)];
    }

    private static float[] Values(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (6 * random.NextSingle()) - 3)];
    }
}
