using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Overfit;

/// <summary>Writes the safetensors format: the header first, then the values of each tensor in the header's order.</summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;
    private const int FloatsPerWrite = 1 << 12;

    // Names and architectures stay readable in the file: '->' is written as it is. Nobody puts this JSON into HTML.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the header: the tensors are of type F32 and follow one another in this order.</summary>
    public static void WriteHeader(
        Stream stream, IReadOnlyDictionary<string, string> metadata, IEnumerable<(string Name, Shape Shape)> tensors)
    {
        ArrayBufferWriter<byte> header = new();
        using (Utf8JsonWriter json = new(header, Readable))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            long begin = 0;
            foreach ((string name, Shape shape) in tensors)
            {
                long end = begin + ((long)shape.Length * sizeof(float));
                WriteTensor(json, name, shape, begin, end);
                begin = end;
            }

            json.WriteEndObject();
        }

        // Spaces after the object let the values start at a multiple of 8 bytes, as the format recommends.
        int padding = -header.WrittenCount & (Alignment - 1);
        header.GetSpan(padding)[..padding].Fill((byte)' ');
        header.Advance(padding);

        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.WrittenCount);
        stream.Write(length);
        stream.Write(header.WrittenSpan);
    }

    /// <summary>Writes the values of the next tensor, the last dimension fastest.</summary>
    public static void WriteFloats(Stream stream, ReadOnlySpan<float> values)
    {
        Span<byte> bytes = stackalloc byte[FloatsPerWrite * sizeof(float)];
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, FloatsPerWrite);
            for (int i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes[(i * sizeof(float))..], values[i]);
            }

            stream.Write(bytes[..(count * sizeof(float))]);
            values = values[count..];
        }
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject(SafetensorsHeader.MetadataName);
        foreach ((string key, string text) in metadata)
        {
            json.WriteString(key, text);
        }

        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, string name, Shape shape, long begin, long end)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", "F32");
        json.WriteStartArray("shape");
        foreach (int dimension in shape.Dimensions)
        {
            json.WriteNumberValue(dimension);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
