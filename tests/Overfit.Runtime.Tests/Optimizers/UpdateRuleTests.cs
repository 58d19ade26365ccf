using System.Runtime.Intrinsics;
using CsCheck;
using Overfit.Kernels;

namespace Overfit.Tests.Optimizers;

/// <summary>
/// One step of every rule at awkward lengths, in all three register widths: right against its formula in double, the same
/// bits whatever the width, and nothing touched beyond the end.
/// </summary>
public sealed class UpdateRuleTests
{
    private const float Sentinel = -7;
    private const int Margin = 20;

    private static readonly int[] Lengths = [0, 1, 3, 7, 13, 16, 30, 100, 4353];

    /// <summary>A rule's formula: the parameter and the moments after the step.</summary>
    private delegate Rounded[] Formula(Rounded w, Rounded g, Rounded first, Rounded second, Rounded third);

    [Fact]
    public void Gradient() => Holds(new GradientRule(0.01f), (w, g, _, _, _) => [w - (g * 0.01f)]);

    [Fact]
    public void Momentum() => Holds(new MomentumRule<Off>(0.05f, 0.9f), (w, g, m, _, _) =>
    {
        m = (m * 0.9f) - (g * 0.05f);
        return [w + m, m];
    });

    [Fact]
    public void NesterovMomentum() => Holds(new MomentumRule<On>(0.05f, 0.9f), (w, g, m, _, _) =>
    {
        m = (m * 0.9f) - (g * 0.05f);
        return [w + ((m * 0.9f) - (g * 0.05f)), m];
    });

    [Fact]
    public void RmsProp() => Holds(new RmsPropRule<Off, Off>(0.01f, 0.9f, 0.1f, 1e-7f, 0), (w, g, v, _, _) =>
    {
        v = (v * 0.9f) + (g * g * 0.1f);
        return [w - (g * 0.01f / Rounded.Sqrt(v + 1e-7f)), v];
    });

    [Fact]
    public void RmsPropWithMomentum() => Holds(new RmsPropRule<On, Off>(0.01f, 0.9f, 0.1f, 1e-7f, 0.8f), (w, g, v, m, _) =>
    {
        v = (v * 0.9f) + (g * g * 0.1f);
        m = (m * 0.8f) + (g * 0.01f / Rounded.Sqrt(v + 1e-7f));
        return [w - m, v, m];
    });

    [Fact]
    public void CenteredRmsProp() => Holds(new RmsPropRule<Off, On>(0.01f, 0.9f, 0.1f, 1e-3f, 0), (w, g, v, a, _) =>
    {
        v = (v * 0.9f) + (g * g * 0.1f);
        a = (a * 0.9f) + (g * 0.1f);
        return [w - (g * 0.01f / Rounded.Sqrt(Rounded.Max(v - (a * a), 0) + 1e-3f)), v, a];
    });

    [Fact]
    public void CenteredRmsPropWithMomentum() => Holds(new RmsPropRule<On, On>(0.01f, 0.9f, 0.1f, 1e-3f, 0.8f), (w, g, v, m, a) =>
    {
        v = (v * 0.9f) + (g * g * 0.1f);
        a = (a * 0.9f) + (g * 0.1f);
        m = (m * 0.8f) + (g * 0.01f / Rounded.Sqrt(Rounded.Max(v - (a * a), 0) + 1e-3f));
        return [w - m, v, m, a];
    });

    [Fact]
    public void Adam() => Holds(new AdamRule<Off>(0.01f, 0.1f, 0.001f, 1e-7f, 0), (w, g, m, v, _) =>
    {
        m += (g - m) * 0.1f;
        v += ((g * g) - v) * 0.001f;
        return [w - (m * 0.01f / (Rounded.Sqrt(v) + 1e-7f)), m, v];
    });

    [Fact]
    public void AdamWithDecayAndAmsGrad() => Holds(new AdamRule<On>(0.01f, 0.1f, 0.001f, 1e-7f, 0.02f), (w, g, m, v, most) =>
    {
        m += (g - m) * 0.1f;
        v += ((g * g) - v) * 0.001f;
        most = Rounded.Max(most, v);
        return [w - (w * 0.02f) - (m * 0.01f / (Rounded.Sqrt(most) + 1e-7f)), m, v, most];
    });

    private static void Holds<TRule>(TRule rule, Formula formula)
        where TRule : struct, IUpdateRule =>
        (from length in Gen.OneOf([.. Lengths.Select(length => Gen.Const(length))])
         from seed in Gen.Int
         select (length, seed)).Sample(
            (length, seed) => Check(rule, formula, length, new Random(seed)), iter: 100, threads: 1);

    private static void Check<TRule>(TRule rule, Formula formula, int length, Random random)
        where TRule : struct, IUpdateRule
    {
        float[][] before = Draw(length, random);
        float[][] after = Run<Lanes4, TRule>(rule, before, length);
        if (Vector256.IsHardwareAccelerated)
        {
            Assert.Equal(Bits(after), Bits(Run<Lanes8, TRule>(rule, before, length)));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            Assert.Equal(Bits(after), Bits(Run<Lanes16, TRule>(rule, before, length)));
        }

        for (int i = 0; i < length; i++)
        {
            Rounded[] expected = formula(before[0][i], before[1][i], before[2][i], before[3][i], before[4][i]);
            Within(expected[0], after[0][i]);
            for (int moment = 1; moment < expected.Length; moment++)
            {
                Within(expected[moment], after[moment + 1][i]);
            }

            for (int moment = expected.Length; moment <= 3; moment++)
            {
                Assert.Equal(before[moment + 1][i], after[moment + 1][i]);
            }
        }

        Assert.All(after, block => Assert.All(block[length..], value => Assert.Equal(Sentinel, value)));
    }

    private static void Within(Rounded expected, float actual)
    {
        // Values are about 1; a bound far above their spacing would mean ill-conditioned inputs that prove nothing.
        Assert.InRange(expected.Distance, 0, 1e-5);
        Assert.InRange(actual, expected.Value - expected.Distance, expected.Value + expected.Distance);
    }

    /// <summary>Parameters, gradients, three moments; the first can be a mean of squares, the others means.</summary>
    private static float[][] Draw(int length, Random random)
    {
        float[] Block(float low, float high) =>
        [
            .. Enumerable.Range(0, length).Select(_ => low + ((high - low) * random.NextSingle())),
            .. Enumerable.Repeat(Sentinel, Margin),
        ];

        return [Block(-2, 2), Block(-1, 1), Block(0.5f, 1), Block(0.1f, 0.5f), Block(0.1f, 0.5f)];
    }

    private static float[][] Run<TVector, TRule>(TRule rule, float[][] before, int length)
        where TVector : unmanaged, IVector<TVector>
        where TRule : struct, IUpdateRule
    {
        float[][] after = [.. before.Select(block => (float[])block.Clone())];
        ParameterUpdate.Run<TVector, TRule>(
            rule,
            after[0].AsSpan(0, length),
            after[1],
            after[2].AsSpan(0, length),
            after[3].AsSpan(0, length),
            after[4].AsSpan(0, length));
        return after;
    }

    private static IEnumerable<uint> Bits(float[][] blocks) =>
        blocks.SelectMany(block => block).Select(BitConverter.SingleToUInt32Bits);
}
