using System.Buffers.Binary;
using System.Text.Json;

namespace Overfit.Keras;

/// <summary>The named tensors of one golden file; read here by hand, so that the product's own reader is not its own judge.</summary>
internal sealed class GoldenTensors
{
    private readonly byte[] _bytes;
    private readonly JsonElement _header;
    private readonly int _start;

    private GoldenTensors(byte[] bytes)
    {
        _bytes = bytes;
        int length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        _header = JsonDocument.Parse(bytes.AsMemory(8, length)).RootElement;
        _start = 8 + length;
    }

    public IEnumerable<string> Names => _header.EnumerateObject().Select(tensor => tensor.Name).Where(name => name != "__metadata__");

    /// <summary>Reads <c>goldens/{folder}/{file}</c>; the file's name with or without its extension.</summary>
    public static GoldenTensors Read(string folder, string file) =>
        new(File.ReadAllBytes(Path.ChangeExtension(GoldenCases.PathOf(folder, file), ".safetensors")));

    public bool Has(string name) => _header.TryGetProperty(name, out _);

    public int[] Shape(string name) =>
        [.. _header.GetProperty(name).GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt32())];

    /// <summary>The tensor's values widened to double, row after row.</summary>
    public double[] Doubles(string name)
    {
        JsonElement tensor = _header.GetProperty(name);
        JsonElement offsets = tensor.GetProperty("data_offsets");
        ReadOnlySpan<byte> data = _bytes.AsSpan(_start)[offsets[0].GetInt32()..offsets[1].GetInt32()];
        string type = tensor.GetProperty("dtype").GetString()!;
        int size = type == "F64" ? 8 : 4;
        double[] values = new double[data.Length / size];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> at = data[(i * size)..];
            values[i] = type switch
            {
                "F64" => BinaryPrimitives.ReadDoubleLittleEndian(at),
                "F32" => BinaryPrimitives.ReadSingleLittleEndian(at),
                "I32" => BinaryPrimitives.ReadInt32LittleEndian(at),
                _ => throw new InvalidDataException($"{name} is of type {type}"),
            };
        }

        return values;
    }

    public float[] Floats(string name) => Array.ConvertAll(Doubles(name), value => (float)value);

    public int[] Integers(string name) => Array.ConvertAll(Doubles(name), value => (int)value);
}
