using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>Checks what emitted code passes: a kernel that is given too little memory must not compute.</summary>
internal static class MatrixLength
{
    /// <summary>Requires the length of a dense matrix.</summary>
    /// <param name="length">Floats received.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="columns">Columns of the matrix.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Require(int length, int rows, int columns)
    {
        if (length != rows * columns)
        {
            Throw(length, rows, columns);
        }
    }

    /// <summary>The same for a matrix that may be left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireOptional(int length, int rows, int columns)
    {
        if (length != 0)
        {
            Require(length, rows, columns);
        }
    }

    [DoesNotReturn]
    private static void Throw(int length, int rows, int columns) =>
        throw new ArgumentException($"A matrix of {rows} x {columns} has {rows * columns} floats; received {length}.");
}
