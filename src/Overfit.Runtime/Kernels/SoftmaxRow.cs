using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>
/// What softmax and its losses do to one row. Rows are often too short to fill a register, so eight lanes and four serve all
/// hardware, and a sum means the same everywhere. For the same reason they are inlined, and branch on nothing but the width: a
/// processor then works on several rows at once.
/// </summary>
internal static unsafe class SoftmaxRow
{
    private const int Four = 4;
    private const int Eight = 8;

    /// <summary>
    /// The largest value, the same in whatever order they are compared, in all lanes. Any number where one is NaN: what is
    /// subtracted from NaN stays NaN.
    /// </summary>
    /// <param name="x">The row.</param>
    /// <param name="width">At least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Largest(float* x, nint width)
    {
        Vector256<float> eight = Vector256.Create(x[0]);
        nint i = 0;
        for (; i <= width - Eight; i += Eight)
        {
            eight = Vector256.MaxNative(eight, Vector256.Load(x + i));
        }

        Vector128<float> largest = Vector128.MaxNative(eight.GetLower(), eight.GetUpper());
        if (width >= Four)
        {
            if (i <= width - Four)
            {
                largest = Vector128.MaxNative(largest, Vector128.Load(x + i));
                i += Four;
            }

            if (i < width)
            {
                largest = Vector128.MaxNative(largest, Vector128.Load(x + width - Four));
            }
        }
        else
        {
            largest = Vector128.MaxNative(largest, Vector128.Create(float.MaxNative(x[width / 2], x[width - 1])));
        }

        largest = Vector128.MaxNative(largest, Vector128.Shuffle(largest, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(largest, Vector128.Shuffle(largest, Vector128.Create(1, 0, 3, 2)));
    }

    /// <summary>shifted = x - the largest x, which is returned; shifted may be x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Shift(float* x, nint width, float* shifted)
    {
        Vector128<float> largest = Largest(x, width);
        Store(new Differences(x, largest), width, shifted);
        return largest.ToScalar();
    }

    /// <summary>Multiplies each value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scale(float* values, nint width, float factor) => Store(new Multiples(values, factor), width, values);

    /// <summary>dx = y (dy - dot); dx may be dy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradient(float* y, float* dy, float dot, nint width, float* dx) =>
        Store(new Slopes(y, dy, dot), width, dx);

    /// <summary>The sum of the values, in double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(float* values, nint width) => Sum(new Values(values), width);

    /// <summary>The sum of the products, in double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(float* left, float* right, nint width) => Sum(new Products(left, right), width);

    /// <summary>Computes every element of a row. The row may be what is computed from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TElements>(TElements elements, nint width, float* row)
        where TElements : struct, IElements
    {
        if (width < Four)
        {
            for (nint i = 0; i < width; i++)
            {
                row[i] = elements.One(i);
            }

            return;
        }

        // The last four overlap with others, and are computed before any of them is stored.
        Vector128<float> last = elements.Four(width - Four);
        nint next = 0;
        for (; next <= width - Eight; next += Eight)
        {
            elements.Eight(next).Store(row + next);
        }

        if (next <= width - Four)
        {
            elements.Four(next).Store(row + next);
            next += Four;
        }

        if (next < width)
        {
            last.Store(row + width - Four);
        }
    }

    /// <summary>
    /// Whole sixteens in sixteen chains, of every sixteenth term each, added by halves to four; onto these, whole fours; the
    /// rest by itself.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum<TTerms>(TTerms terms, nint width)
        where TTerms : struct, ITerms
    {
        const int Sixteen = 16;
        Vector256<double> chains = Vector256<double>.Zero;
        nint i = 0;
        if (width >= Sixteen)
        {
            Vector256<double> second = chains, third = chains, fourth = chains;
            for (; i <= width - Sixteen; i += Sixteen)
            {
                chains += terms.Four(i);
                second += terms.Four(i + 4);
                third += terms.Four(i + 8);
                fourth += terms.Four(i + 12);
            }

            chains = (chains + third) + (second + fourth);
        }

        for (; i <= width - Four; i += Four)
        {
            chains += terms.Four(i);
        }

        Vector256<double> rest = Vector256<double>.Zero;
        for (; i < width; i++)
        {
            rest += terms.One(i);
        }

        return Doubles.Sum(chains) + rest.ToScalar();
    }

    /// <summary>What is stored: elements from the i-th on.</summary>
    private interface IElements
    {
        Vector256<float> Eight(nint i);

        Vector128<float> Four(nint i);

        float One(nint i);
    }

    /// <summary>What is summed: terms from the i-th on; one alone in the first lane, zeros in the others.</summary>
    private interface ITerms
    {
        Vector256<double> Four(nint i);

        Vector256<double> One(nint i);
    }

    private readonly struct Differences(float* x, Vector128<float> subtrahend) : IElements
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Eight(nint i) => Vector256.Load(x + i) - Vector256.Create(subtrahend, subtrahend);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<float> Four(nint i) => Vector128.Load(x + i) - subtrahend;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public float One(nint i) => x[i] - subtrahend.ToScalar();
    }

    private readonly struct Multiples(float* x, float factor) : IElements
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Eight(nint i) => Vector256.Load(x + i) * Vector256.Create(factor);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<float> Four(nint i) => Vector128.Load(x + i) * Vector128.Create(factor);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public float One(nint i) => x[i] * factor;
    }

    private readonly struct Slopes(float* y, float* dy, float dot) : IElements
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Eight(nint i) => Vector256.Load(y + i) * (Vector256.Load(dy + i) - Vector256.Create(dot));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<float> Four(nint i) => Vector128.Load(y + i) * (Vector128.Load(dy + i) - Vector128.Create(dot));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public float One(nint i) => y[i] * (dy[i] - dot);
    }

    private readonly struct Values(float* values) : ITerms
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> Four(nint i) => Doubles.Load(values + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> One(nint i) => Doubles.LoadOne(values + i);
    }

    private readonly struct Products(float* left, float* right) : ITerms
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> Four(nint i) => Doubles.Load(left + i) * Doubles.Load(right + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> One(nint i) => Doubles.LoadOne(left + i) * Doubles.LoadOne(right + i);
    }
}
