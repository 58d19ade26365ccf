using System.Buffers.Binary;
using System.Text;

namespace Overfit.Tests.Persistence;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("overfit-");

    /// <summary>The names of all files and folders in it.</summary>
    public IEnumerable<string> Names => _folder.EnumerateFileSystemInfos().Select(entry => entry.Name);

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Writes a safetensors file as it should not be: this header, these bytes.</summary>
    public string Write(string header, ReadOnlySpan<byte> data) => Write(Encoding.UTF8.GetBytes(header), data);

    public string Write(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return Write([.. length, .. header, .. data]);
    }

    public string Write(byte[] bytes)
    {
        string path = PathOf("written.safetensors");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
