namespace Overfit;

/// <summary>Draws the parameters a model starts from, by Keras's laws.</summary>
public static class Initialization
{
    /// <summary>Keras's default: the limit of RandomUniform and the standard deviation of RandomNormal.</summary>
    private const double DefaultScale = 0.05;

    /// <summary>Standard deviation of a standard normal that is cut at -2 and 2.</summary>
    private const double CutDeviation = 0.87962566103423978;

    /// <summary>Draws all parameters of a model, each tensor from a stream of its own.</summary>
    /// <remarks>
    /// A stream is named by layer and tensor, such as <c>Dense2/kernel</c>: what else the model is made of does not change what
    /// is drawn, and two models under one seed start alike where names, shapes and laws are the same.
    /// </remarks>
    /// <param name="model">The layers and their tensors.</param>
    /// <param name="parameters">The model's parameters; overwritten.</param>
    /// <param name="seed">The run's seed.</param>
    /// <exception cref="ArgumentException">The block has another length, or a tensor more than two dimensions.</exception>
    public static void Initialize(ModelDescription model, Block parameters, int seed)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Length != model.ParameterCount)
        {
            throw new ArgumentException(
                $"Model '{model.Name}' has {model.ParameterCount} parameters, but a block of {parameters.Length} was given. "
                + "Pass the model's own parameters or a block of that length.",
                nameof(parameters));
        }

        foreach (LayerDescription layer in model.Layers)
        {
            foreach (TensorDescription tensor in layer.Tensors)
            {
                string name = $"{layer.Name}/{tensor.Name}";
                (int fanIn, int fanOut) = Fans(tensor.Shape, name);
                RandomStream random = new(seed, RandomPurpose.Initialization, StreamOf(name));
                Initialize(parameters.Slice(tensor.Offset, tensor.Length), tensor.Initializer, fanIn, fanOut, random);
            }
        }
    }

    /// <summary>Draws one tensor.</summary>
    /// <param name="values">The tensor, row after row; overwritten.</param>
    /// <param name="initializer">The law.</param>
    /// <param name="fanIn">Inputs of the layer, at least 1.</param>
    /// <param name="fanOut">Its units, at least 1.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <exception cref="ArgumentException">
    /// <see cref="Initializer.Orthogonal"/>, and the values are not a matrix [fanIn x fanOut].
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A fan is less than 1, or there is no such initializer.</exception>
    public static void Initialize(Span<float> values, Initializer initializer, int fanIn, int fanOut, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(fanIn, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fanOut, 1);
        double fans = (double)fanIn + fanOut;
        switch (initializer)
        {
            case Initializer.Zeros:
                values.Clear();
                break;
            case Initializer.Ones:
                values.Fill(1);
                break;
            case Initializer.GlorotUniform:
                FillUniform(values, Math.Sqrt(6 / fans), random);
                break;
            case Initializer.GlorotNormal:
                FillTruncatedNormal(values, Math.Sqrt(2 / fans), random);
                break;
            case Initializer.HeUniform:
                FillUniform(values, Math.Sqrt(6.0 / fanIn), random);
                break;
            case Initializer.HeNormal:
                FillTruncatedNormal(values, Math.Sqrt(2.0 / fanIn), random);
                break;
            case Initializer.LeCunUniform:
                FillUniform(values, Math.Sqrt(3.0 / fanIn), random);
                break;
            case Initializer.LeCunNormal:
                FillTruncatedNormal(values, Math.Sqrt(1.0 / fanIn), random);
                break;
            case Initializer.RandomNormal:
                FillNormal(values, DefaultScale, random);
                break;
            case Initializer.RandomUniform:
                FillUniform(values, DefaultScale, random);
                break;
            case Initializer.Orthogonal:
                FillOrthogonal(values, fanIn, fanOut, random);
                break;
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(initializer), initializer, $"{initializer} is no initializer; use a member of {nameof(Initializer)}.");
        }
    }

    private static void FillUniform(Span<float> values, double limit, RandomStream random)
    {
        foreach (ref float value in values)
        {
            value = (float)(limit * ((2 * random.NextDouble()) - 1));
        }
    }

    private static void FillNormal(Span<float> values, double deviation, RandomStream random)
    {
        foreach (ref float value in values)
        {
            value = (float)(deviation * random.NextNormal());
        }
    }

    /// <summary>Draws again beyond two deviations of a normal so wide that what is left has the deviation asked for.</summary>
    private static void FillTruncatedNormal(Span<float> values, double deviation, RandomStream random)
    {
        foreach (ref float value in values)
        {
            double normal;
            do
            {
                normal = random.NextNormal();
            }
            while (Math.Abs(normal) > 2);

            value = (float)(deviation / CutDeviation * normal);
        }
    }

    private static void FillOrthogonal(Span<float> values, int rows, int columns, RandomStream random)
    {
        if (values.Length != (long)rows * columns)
        {
            throw new ArgumentException(
                $"Orthogonal needs a matrix, here [{rows} x {columns}], but got {values.Length} values. Use another initializer.",
                nameof(values));
        }

        OrthogonalMatrix.Fill(values, rows, columns, random);
    }

    private static (int FanIn, int FanOut) Fans(Shape shape, string name) => shape.Rank switch
    {
        0 or 1 => (shape.Length, shape.Length),
        2 => (shape.Dimensions[0], shape.Dimensions[1]),
        _ => throw new ArgumentException($"'{name}' is {shape}; only vectors and matrices can be initialized.", nameof(shape)),
    };

    /// <summary>The name's number by FNV-1a, 64 bits; string.GetHashCode would differ between processes.</summary>
    private static long StreamOf(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (char character in name)
        {
            hash = (hash ^ character) * 1099511628211;
        }

        return (long)hash;
    }
}
