using System.Text.Json;

namespace Overfit;

/// <summary>
/// Reads the JSON header of a safetensors file: it must list every tensor once, and the tensors must cover the data exactly.
/// </summary>
internal sealed class SafetensorsHeader
{
    /// <summary>The one name that is not a tensor's: an object of texts about the file.</summary>
    public const string MetadataName = "__metadata__";

    private readonly string _path;

    private SafetensorsHeader(string path) => _path = path;

    public Dictionary<string, string>? Metadata { get; private set; }

    public Dictionary<string, SafetensorsTensor> Tensors { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads and verifies a header.</summary>
    /// <param name="path">Names the file in messages.</param>
    /// <param name="json">The header.</param>
    /// <param name="dataLength">Bytes in the file after the header.</param>
    /// <exception cref="ModelFileException">The header is malformed or does not fit the data.</exception>
    public static SafetensorsHeader Parse(string path, ReadOnlySpan<byte> json, long dataLength)
    {
        SafetensorsHeader header = new(path);
        try
        {
            header.ReadEntries(json);
        }
        catch (JsonException exception)
        {
            throw header.Invalid($"its header is not JSON: {exception.Message.TrimEnd('.')}", exception);
        }

        header.RequireExactCover(dataLength);
        return header;
    }

    private void ReadEntries(ReadOnlySpan<byte> json)
    {
        if (json is not [(byte)'{', ..])
        {
            throw Invalid("its header does not begin with '{'");
        }

        Utf8JsonReader reader = new(json);
        reader.Read();
        while (NextName(ref reader, out string name))
        {
            if (name == MetadataName && Metadata is null)
            {
                Metadata = ReadMetadata(ref reader);
            }
            else if (name == MetadataName || !Tensors.TryAdd(name, ReadTensor(ref reader, name)))
            {
                throw Invalid($"its header names {Refusal.Quote(name)} twice");
            }
        }

        // Padding may follow; on anything else this throws.
        reader.Read();
    }

    private Dictionary<string, string> ReadMetadata(ref Utf8JsonReader reader)
    {
        Dictionary<string, string> metadata = new(StringComparer.Ordinal);
        Expect(ref reader, JsonTokenType.StartObject, MetadataName);
        while (NextName(ref reader, out string key))
        {
            Expect(ref reader, JsonTokenType.String, MetadataName);
            if (!metadata.TryAdd(key, Text(ref reader)))
            {
                throw Invalid($"{Refusal.Quote(MetadataName)} has {Refusal.Quote(key)} twice");
            }
        }

        return metadata;
    }

    private SafetensorsTensor ReadTensor(ref Utf8JsonReader reader, string name)
    {
        string? type = null;
        List<long>? dimensions = null;
        List<long>? offsets = null;
        Expect(ref reader, JsonTokenType.StartObject, name);
        while (NextName(ref reader, out string property))
        {
            switch (property)
            {
                case "dtype" when type is null:
                    Expect(ref reader, JsonTokenType.String, name);
                    type = Text(ref reader);
                    break;
                case "shape" when dimensions is null:
                    dimensions = ReadIntegers(ref reader, name);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadIntegers(ref reader, name);
                    break;
                default:
                    throw Invalid(
                        $"tensor {Refusal.Quote(name)} has the property {Refusal.Quote(property)}, " +
                        "which is unknown or was there before");
            }
        }

        if (type is null || dimensions is null || offsets is not [long begin, long end])
        {
            throw Invalid($"tensor {Refusal.Quote(name)} lacks one of dtype, shape and data_offsets (which are two numbers)");
        }

        if (begin > end)
        {
            throw Invalid($"tensor {Refusal.Quote(name)} ends at byte {end} of the data, before it begins at byte {begin}");
        }

        long length = ByteLength(name, type, dimensions);
        if (length != end - begin)
        {
            throw Invalid(
                $"tensor {Refusal.Quote(name)} of type {type} and its shape needs {length} bytes, " +
                $"but its data_offsets span {end - begin}");
        }

        return new SafetensorsTensor(name, type, [.. dimensions], begin, end);
    }

    private List<long> ReadIntegers(ref Utf8JsonReader reader, string name)
    {
        List<long> integers = [];
        Expect(ref reader, JsonTokenType.StartArray, name);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long integer) || integer < 0)
            {
                throw Invalid(
                    $"tensor {Refusal.Quote(name)} has something other than an integer from 0 to 2^63 - 1 " +
                    $"at byte {reader.TokenStartIndex} of the header");
            }

            integers.Add(integer);
        }

        return integers;
    }

    private long ByteLength(string name, string type, List<long> dimensions)
    {
        // As long as an overflow is caught before a later 0 hides it, [2^40, 2^40, 0] is as wrong as [2^40, 2^40].
        Int128 length = type switch
        {
            "F64" or "I64" or "U64" or "C64" => 8,
            "F32" or "I32" or "U32" => 4,
            "F16" or "BF16" or "I16" or "U16" => 2,
            "BOOL" or "I8" or "U8" or "F8_E4M3" or "F8_E5M2" or "F8_E8M0" => 1,
            _ => throw Invalid($"tensor {Refusal.Quote(name)} is of type {Refusal.Quote(type)}, which this reader does not know"),
        };
        foreach (long dimension in dimensions)
        {
            length *= dimension;
            if (length > long.MaxValue)
            {
                throw Invalid($"the shape of tensor {Refusal.Quote(name)} asks for more than 2^63 - 1 bytes");
            }
        }

        return (long)length;
    }

    private void RequireExactCover(long dataLength)
    {
        long covered = 0;
        foreach (SafetensorsTensor tensor in Tensors.Values.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            if (tensor.Begin != covered)
            {
                string consequence = tensor.Begin < covered ? "they overlap" : "the bytes between belong to none";
                throw Invalid(
                    $"tensor {Refusal.Quote(tensor.Name)} begins at byte {tensor.Begin} of the data, " +
                    $"but the tensors before it end at byte {covered}: {consequence}");
            }

            covered = tensor.End;
        }

        if (covered != dataLength)
        {
            throw Invalid(
                $"its tensors end at byte {covered} of the data, but the file has {dataLength}: " +
                (covered > dataLength ? "it was cut off" : "the rest belongs to no tensor"));
        }
    }

    /// <summary>Reads the next property's name and stands before its value; false at the object's end.</summary>
    private bool NextName(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        bool isName = reader.TokenType == JsonTokenType.PropertyName;
        name = isName ? Text(ref reader) : "";
        return isName;
    }

    private void Expect(ref Utf8JsonReader reader, JsonTokenType expected, string name)
    {
        reader.Read();
        if (reader.TokenType != expected)
        {
            throw Invalid(
                $"{Refusal.Quote(name)} has a {reader.TokenType} where a {expected} belongs, " +
                $"at byte {reader.TokenStartIndex} of the header");
        }
    }

    private string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw Invalid($"the text at byte {reader.TokenStartIndex} of its header is not valid Unicode", exception);
        }
    }

    private ModelFileException Invalid(string problem, Exception? cause = null) => Refusal.NotSafetensors(_path, problem, cause);
}
