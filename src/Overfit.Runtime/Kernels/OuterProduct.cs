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
        float* b = at.B;
        for (nint row = first; row < end; row++)
        {
            TVector factor = TVector.Broadcast(at.A[row * at.ARow]);
            float* c = at.C + (row * at.CRow);
            int column = 0;
            for (; column <= n - TVector.Count; column += TVector.Count)
            {
                TVector product = TVector.MultiplyAdd(factor, TVector.Load(b + column), TVector.Zero);
                epilogue.Finish(product, row, column, TVector.Count).Store(c + column);
            }

            if (column < n)
            {
                TVector mask = TVector.Mask(n - column);
                TVector product = TVector.MultiplyAdd(factor, TVector.Load(b + column, mask), TVector.Zero);
                epilogue.Finish(product, row, column, n - column).Store(c + column, mask);
            }
        }
    }
}
