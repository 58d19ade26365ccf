using System.Buffers.Binary;
using System.IO.Compression;

namespace FashionMnist;

/// <summary>
/// An IDX file of unsigned bytes, the format of MNIST and its relatives: a magic number, the size of each dimension, and the
/// values, the last dimension running fastest.
/// </summary>
/// <param name="name">The file's name, for people.</param>
/// <param name="sizes">The size of each dimension, at least 1; the first is the number of items.</param>
/// <param name="values">As many as the product of the sizes.</param>
internal sealed class IdxFile(string name, int[] sizes, byte[] values)
{
    private const uint UnsignedBytes = 0x0800;
    private const int WordLength = sizeof(uint);

    public string Name => name;

    public ReadOnlySpan<int> Sizes => sizes;

    public ReadOnlySpan<byte> Values => values;

    /// <summary>Reads a file, compressed with gzip or not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dimensions">How many dimensions it must have: 1 for labels, 3 for images.</param>
    /// <exception cref="InvalidDataException">The file is damaged or something else; the message says what was found.</exception>
    public static IdxFile Read(string path, int dimensions)
    {
        byte[] bytes = ReadBytes(path);
        int header = WordLength * (1 + dimensions);
        uint magic = UnsignedBytes | (uint)dimensions;
        if (bytes.Length >= WordLength && BinaryPrimitives.ReadUInt32BigEndian(bytes) is uint found && found != magic)
        {
            throw Damaged(path, $"begins with {found:X8}, but an IDX file of bytes in {dimensions} dimensions with {magic:X8}");
        }

        if (bytes.Length < header)
        {
            throw Damaged(path, $"ends after {bytes.Length} bytes, but its header alone takes {header}");
        }

        uint[] sizes = new uint[dimensions];
        for (int i = 0; i < dimensions; i++)
        {
            sizes[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(WordLength * (1 + i)));
        }

        // What the header claims is only ever compared with what is there, so that no claim allocates memory or overflows.
        byte[] values = bytes[header..];
        UInt128 count = sizes.Aggregate(UInt128.One, (product, size) => product * size);
        string claim = string.Join(" x ", sizes);
        if (count != (UInt128)values.Length)
        {
            throw Damaged(path, $"has {values.Length} values, but its header ({claim}) promises {count}");
        }

        if (count == 0)
        {
            throw Damaged(path, $"is empty: its header says {claim}");
        }

        return new IdxFile(Path.GetFileName(path), Array.ConvertAll(sizes, size => (int)size), values);
    }

    private static byte[] ReadBytes(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes is not [0x1F, 0x8B, ..])
        {
            return bytes;
        }

        try
        {
            using GZipStream compressed = new(new MemoryStream(bytes), CompressionMode.Decompress);
            using MemoryStream whole = new();
            compressed.CopyTo(whole);
            return whole.ToArray();
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(path, $"is compressed with gzip, but cannot be decompressed: {exception.Message.TrimEnd('.')}");
        }
    }

    private static InvalidDataException Damaged(string path, string why) =>
        new($"'{path}' {why}. Fetch the file again.");
}
