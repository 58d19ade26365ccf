using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// Batch normalization, two registers of columns at a time: rows are far from each other in memory, and the second register
/// comes at little cost. Columns that do not fill two are taken in single ones. Four would be too much for the compiler to
/// inline.
/// </summary>
internal static unsafe class BatchNormalizationColumns<TVector>
    where TVector : unmanaged, IVector<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward<TActivation>(int rows, int features, in BatchNormalizationOperands at)
        where TActivation : struct, IFusedActivation
    {
        int column = 0;
        for (; column <= features - Pair<TVector>.Count; column += Pair<TVector>.Count)
        {
            BatchNormalizationBlock<Pair<TVector>, Off>.Forward<TActivation>(rows, features, column, at);
        }

        for (; column < features; column += TVector.Count)
        {
            BatchNormalizationBlock<TVector, On>.Forward<TActivation>(rows, features, column, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ForwardTraining<TActivation>(int rows, int features, in BatchNormalizationOperands at)
        where TActivation : struct, IFusedActivation
    {
        int column = 0;
        for (; column <= features - Pair<TVector>.Count; column += Pair<TVector>.Count)
        {
            BatchNormalizationBlock<Pair<TVector>, Off>.Measure(rows, features, column, at);
            BatchNormalizationBlock<Pair<TVector>, Off>.ForwardTraining<TActivation>(rows, features, column, at);
        }

        for (; column < features; column += TVector.Count)
        {
            BatchNormalizationBlock<TVector, On>.Measure(rows, features, column, at);
            BatchNormalizationBlock<TVector, On>.ForwardTraining<TActivation>(rows, features, column, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Backward(int rows, int features, in BatchNormalizationOperands at)
    {
        int column = 0;
        for (; column <= features - Pair<TVector>.Count; column += Pair<TVector>.Count)
        {
            BatchNormalizationBlock<Pair<TVector>, Off>.Backward(rows, features, column, at);
        }

        for (; column < features; column += TVector.Count)
        {
            BatchNormalizationBlock<TVector, On>.Backward(rows, features, column, at);
        }
    }
}
