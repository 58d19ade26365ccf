using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>Where the matrices of a product stand: C [m x n] = A [m x k] . B [k x n]. Strides count floats.</summary>
/// <param name="a">Element (i, k) is at <c>A + i * ARow + k * AColumn</c>, so that a transposed A costs nothing.</param>
/// <param name="aRow">Stride of A's rows.</param>
/// <param name="aColumn">Stride of A's columns.</param>
/// <param name="b">Element (k, j) is at <c>B + k * BRow + j</c>.</param>
/// <param name="bRow">Stride of B's rows.</param>
/// <param name="c">Element (i, j) is at <c>C + i * CRow + j</c>.</param>
/// <param name="cRow">Stride of C's rows.</param>
internal readonly unsafe struct Operands(float* a, nint aRow, nint aColumn, float* b, nint bRow, float* c, nint cRow)
{
    public readonly float* A = a;
    public readonly nint ARow = aRow;
    public readonly nint AColumn = aColumn;
    public readonly float* B = b;
    public readonly nint BRow = bRow;
    public readonly float* C = c;
    public readonly nint CRow = cRow;

    /// <summary>The same product from depth <paramref name="k"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Operands From(int k) => new(A + (k * AColumn), ARow, AColumn, B + (k * BRow), BRow, C, CRow);
}
