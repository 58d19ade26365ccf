namespace Overfit;

/// <summary>Random matrices with orthonormal rows or columns, every such matrix equally likely.</summary>
internal static class OrthogonalMatrix
{
    /// <summary>
    /// Fills [rows x columns] with orthonormal columns, or orthonormal rows where rows are fewer: Q of the QR decomposition of a
    /// normal matrix, its signs such that R's diagonal is positive. Without that the law would depend on the decomposition's
    /// conventions. Mezzadri, 2007.
    /// </summary>
    public static void Fill(Span<float> values, int rows, int columns, RandomStream random)
    {
        int count = Math.Min(rows, columns);
        int length = Math.Max(rows, columns);
        double[] vectors = new double[count * length];
        foreach (ref double value in vectors.AsSpan())
        {
            value = random.NextNormal();
        }

        Orthonormalize(vectors, length);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                int vector = rows < columns ? row : column;
                int entry = rows < columns ? column : row;
                values[(row * columns) + column] = (float)vectors[(vector * length) + entry];
            }
        }
    }

    /// <summary>
    /// Gram-Schmidt on vectors that lie one after another. Projecting twice leaves them orthogonal to rounding even where one
    /// nearly depends on those before it (Giraud et al., 2005), and dividing by a norm is what makes R's diagonal positive.
    /// </summary>
    private static void Orthonormalize(double[] vectors, int length)
    {
        for (int start = 0; start < vectors.Length; start += length)
        {
            Span<double> vector = vectors.AsSpan(start, length);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int before = 0; before < start; before += length)
                {
                    ReadOnlySpan<double> direction = vectors.AsSpan(before, length);
                    double share = Dot(direction, vector);
                    for (int i = 0; i < vector.Length; i++)
                    {
                        vector[i] -= share * direction[i];
                    }
                }
            }

            double norm = Math.Sqrt(Dot(vector, vector));
            foreach (ref double value in vector)
            {
                value /= norm;
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
