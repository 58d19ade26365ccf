using System.Globalization;

namespace Overfit;

/// <summary>
/// Saves and loads what training changes: the parameters and moving statistics of a model, in the safetensors format, which
/// Python's <c>safetensors</c> and many other tools read.
/// </summary>
/// <remarks>
/// <para>Tensors are named <c>Dense1/kernel</c>, of type F32, in Keras's layout. The file also tells its version and the
/// architecture, one line per layer, so that a file of another architecture is refused with the first layer that differs, and
/// a checksum of the values. A file written elsewhere, without this metadata, loads if it has exactly the model's tensors, by name and shape.</para>
/// <para>Settings of an instance (strengths of penalties, dropout rates, momenta) are not saved: they stay what they are in the
/// model that is loaded into, and the declared ones in a model that loading creates.</para>
/// </remarks>
public static class ModelFile
{
    private const string ChecksumKey = "overfit.sha256";

    /// <summary>Saves the parameters and moving statistics, whole or not at all; see <see cref="AtomicFile"/>.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">Whose parameters are saved; its settings are not.</param>
    /// <param name="path">The file to create or replace, usually <c>*.safetensors</c>; its folder exists.</param>
    /// <exception cref="InvalidOperationException">
    /// A parameter is not finite: training diverged. A file that is there stays as it was.
    /// </exception>
    /// <exception cref="IOException">Writing fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static void Save<TModel>(TModel model, string path)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelDescription description = TModel.Description;
        foreach ((string name, TensorDescription tensor) in ModelArchitecture.Tensors(description))
        {
            if (NonFinite(model.Parameters, name, tensor) is { } found)
            {
                throw new InvalidOperationException(
                    $"{found} in the model, so it is not saved to '{path}': every value must be finite. Did training diverge?");
            }
        }

        Dictionary<string, string> metadata = ModelArchitecture.Metadata(description);
        metadata.Add(ChecksumKey, ChecksumOf(description, model.Parameters));
        AtomicFile.Write(path, stream =>
        {
            SafetensorsWriter.WriteHeader(
                stream,
                metadata,
                ModelArchitecture.Tensors(description).Select(entry => (entry.Name, entry.Tensor.Shape)));
            foreach ((_, TensorDescription tensor) in ModelArchitecture.Tensors(description))
            {
                SafetensorsWriter.WriteFloats(stream, model.Parameters.Slice(tensor.Offset, tensor.Length));
            }
        });
    }

    /// <summary>Replaces all parameters and moving statistics of a model by those of a file, or, if that fails, none.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">Whose parameters are replaced; its settings stay.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFileException">
    /// The file is damaged, holds another architecture, or has values that are not finite numbers of type F32.
    /// </exception>
    /// <exception cref="IOException">The file does not exist, is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static void Load<TModel>(TModel model, string path)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ReadParameters(path, TModel.Description).Span.CopyTo(model.Parameters.Span);
    }

    /// <summary>A new model with the parameters and moving statistics of a file, and the settings of its class.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFileException">
    /// The file is damaged, holds another architecture, or has values that are not finite numbers of type F32.
    /// </exception>
    /// <exception cref="IOException">The file does not exist, is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static TModel Load<TModel>(string path)
        where TModel : class, IModel<TModel>
    {
        TModel model = TModel.Create(seed: 0);
        Load(model, path);
        return model;
    }

    private static Block ReadParameters(string path, ModelDescription description)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        ModelArchitecture.RequireSame(file, path, description);
        Block parameters = new(description.ParameterCount);
        foreach ((string name, TensorDescription tensor) in ModelArchitecture.Tensors(description))
        {
            file.ReadFloats(name, parameters.Slice(tensor.Offset, tensor.Length));
            if (NonFinite(parameters, name, tensor) is { } found)
            {
                throw new ModelFileException($"{found} in '{path}'; every value must be finite.");
            }
        }

        if (file.Metadata.TryGetValue(ChecksumKey, out string? checksum) && checksum != ChecksumOf(description, parameters))
        {
            throw new ModelFileException(
                $"'{path}' does not hold the values that were saved: their checksum is another. It is damaged; use a copy. " +
                $"If another program changed the values on purpose, have it remove '{ChecksumKey}' from the metadata.");
        }

        return parameters;
    }

    /// <summary>SHA-256 of all bytes behind the header.</summary>
    private static string ChecksumOf(ModelDescription description, Block parameters)
    {
        using Checksum checksum = new();
        foreach ((_, TensorDescription tensor) in ModelArchitecture.Tensors(description))
        {
            checksum.Add(parameters.Slice(tensor.Offset, tensor.Length));
        }

        return checksum.Finish();
    }

    /// <summary>Names the first value of a tensor that is not finite, such as <c>Dense1/kernel[3, 5] is NaN</c>.</summary>
    private static string? NonFinite(Block parameters, string name, TensorDescription tensor)
    {
        ReadOnlySpan<float> values = parameters.Slice(tensor.Offset, tensor.Length);
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                string value = values[i].ToString(CultureInfo.InvariantCulture);
                return $"{name}[{string.Join(", ", Position(tensor.Shape, i))}] is {value}";
            }
        }

        return null;
    }

    private static int[] Position(Shape shape, int index)
    {
        int[] position = new int[shape.Rank];
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            (index, position[axis]) = Math.DivRem(index, shape.Dimensions[axis]);
        }

        return position;
    }
}
