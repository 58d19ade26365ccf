using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// A product of depth 1, [m x 1] . [1 x n]: the outputs of a layer with one input, the gradient of the inputs of a layer with
/// one unit. There are no sums to hold in registers: it is as fast as results are stored, and each is stored once.
/// </summary>
internal static unsafe class OuterProduct<TVector, TEpilogue>
    where TVector : unmanaged, IVector<TVector>
    where TEpilogue : struct, IEpilogue
{
    /// <summary>The rows of C from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply(int first, int end, int n, in Operands at, TEpilogue epilogue)
    {
        // Two rows at once share what is loaded; the last of an odd number is computed twice.
        float* b = at.B;
        for (nint row = first; row < end; row += 2)
        {
            nint next = Math.Min(row + 1, end - 1);
            TVector upper = TVector.Broadcast(at.A[row * at.ARow]), lower = TVector.Broadcast(at.A[next * at.ARow]);
            float* c = at.C + (row * at.CRow);
            float* d = at.C + (next * at.CRow);
            int column = 0;
            for (; column <= n - TVector.Count; column += TVector.Count)
            {
                TVector right = TVector.Load(b + column);
                TVector above = epilogue.Finish(TVector.MultiplyAdd(upper, right, TVector.Zero), row, column);
                TVector below = epilogue.Finish(TVector.MultiplyAdd(lower, right, TVector.Zero), next, column);
                above.Store(c + column);
                below.Store(d + column);
            }

            if (column < n)
            {
                TVector mask = TVector.Mask(n - column);
                TVector right = TVector.Load(b + column, mask);
                TVector above = epilogue.Finish(TVector.MultiplyAdd(upper, right, TVector.Zero), row, column, mask);
                TVector below = epilogue.Finish(TVector.MultiplyAdd(lower, right, TVector.Zero), next, column, mask);
                above.Store(c + column, mask);
                below.Store(d + column, mask);
            }
        }
    }
}
