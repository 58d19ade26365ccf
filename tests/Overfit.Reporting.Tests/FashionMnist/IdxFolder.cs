using System.Buffers.Binary;
using System.IO.Compression;

namespace Overfit.Reporting.Tests.FashionMnist;

/// <summary>A folder of small IDX files, gone after the test.</summary>
internal sealed class IdxFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("overfit").FullName;

    /// <summary>An IDX file of bytes: header and values.</summary>
    public static byte[] Idx(uint[] sizes, params byte[] values)
    {
        byte[] header = new byte[sizeof(uint) * (1 + sizes.Length)];
        BinaryPrimitives.WriteUInt32BigEndian(header, 0x0800u | (uint)sizes.Length);
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(sizeof(uint) * (1 + i)), sizes[i]);
        }

        return [.. header, .. values];
    }

    public static byte[] Compressed(byte[] bytes)
    {
        using MemoryStream compressed = new();
        using (GZipStream stream = new(compressed, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }

    /// <summary>Writes a file; returns its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A data set that is easily learned: each class brightens two rows of pixels of its own.</summary>
    public void WriteImages(int training = 200, int test = 50)
    {
        foreach ((string part, int count) in new[] { ("train", training), ("t10k", test) })
        {
            byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];
            byte[] pixels =
                [.. labels.SelectMany(label => Enumerable.Range(0, 28 * 28).Select(i => (byte)(i / 56 == label ? 255 : 0)))];
            Write($"{part}-images-idx3-ubyte.gz", Compressed(Idx([(uint)count, 28, 28], pixels)));
            Write($"{part}-labels-idx1-ubyte", Idx([(uint)count], labels));
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
