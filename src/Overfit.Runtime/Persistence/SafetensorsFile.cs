using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Overfit;

/// <summary>
/// An open file in the safetensors format: 8 bytes with the header's length, a JSON header naming the tensors, then their
/// values. Opening verifies the whole header; values are read when asked for, straight into the caller's memory.
/// </summary>
/// <remarks>
/// The file is taken for hostile: nothing is allocated that the file's own length does not justify, and the tensors must cover
/// the data exactly, without overlaps, holes and trailing bytes. The format is specified at
/// https://github.com/huggingface/safetensors.
/// </remarks>
public sealed class SafetensorsFile : IDisposable
{
    private const int PrefixLength = sizeof(ulong);
    private const int MaximumHeaderLength = 100_000_000;

    // A span of bytes holds fewer than 2^31, a tensor may hold more.
    private const int FloatsPerRead = 1 << 20;

    private readonly string _path;
    private readonly SafeFileHandle _handle;
    private readonly SafetensorsHeader _header;
    private readonly long _dataStart;

    private SafetensorsFile(string path, SafeFileHandle handle)
    {
        _path = path;
        _handle = handle;
        long follow = RandomAccess.GetLength(handle) - PrefixLength;
        if (follow < 0)
        {
            throw Invalid($"it has {follow + PrefixLength} bytes, fewer than the {PrefixLength} of the header's length");
        }

        Span<byte> prefix = stackalloc byte[PrefixLength];
        Fill(prefix, 0);
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (headerLength > (ulong)follow || headerLength > MaximumHeaderLength)
        {
            throw Invalid(
                $"its first {PrefixLength} bytes announce a header of {headerLength} bytes, but {follow} follow, " +
                $"and the format allows at most {MaximumHeaderLength}");
        }

        byte[] json = new byte[(int)headerLength];
        Fill(json, PrefixLength);
        _dataStart = PrefixLength + json.Length;
        _header = SafetensorsHeader.Parse(path, json, follow - json.Length);
    }

    /// <summary>What the file says about itself; empty where it says nothing.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata ?? [];

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, SafetensorsTensor> Tensors => _header.Tensors;

    /// <summary>Opens a file and verifies its header.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFileException">The file is not a valid safetensors file; the message says what is wrong.</exception>
    /// <exception cref="IOException">The file does not exist, is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SafetensorsFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder; a file name was expected.");
        }

        if (new FileInfo(SymbolicLink.Follow(path)) is { Exists: true, Length: 0 })
        {
            // Not opened: whoever opens a pipe waits for its other end.
            throw Refusal.NotSafetensors(path, $"it has 0 bytes, or is a pipe or a device, and the header's length takes {PrefixLength}");
        }

        // Deleting may be shared: a writer can rename a new version into place while this one is still being read.
        SafeFileHandle handle = File.OpenHandle(path, share: FileShare.Read | FileShare.Delete);
        try
        {
            return new SafetensorsFile(path, handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Reads all values of a tensor of type F32, the last dimension fastest.</summary>
    /// <param name="name">The tensor.</param>
    /// <param name="values">Receives them; as long as the tensor.</param>
    /// <exception cref="ModelFileException">The file has no such tensor, or it is not of type F32.</exception>
    /// <exception cref="ArgumentException"><paramref name="values"/> is not as long as the tensor.</exception>
    /// <exception cref="IOException">Reading fails.</exception>
    public void ReadFloats(string name, Span<float> values)
    {
        if (!Tensors.TryGetValue(name, out SafetensorsTensor? tensor))
        {
            throw new ModelFileException($"'{_path}' has no tensor '{name}'.");
        }

        if (tensor.ElementType != "F32")
        {
            throw new ModelFileException(
                $"Tensor '{name}' of '{_path}' is of type {tensor.ElementType}; only F32 can be read. " +
                "Convert it to float32 first.");
        }

        if (tensor.Length != values.Length)
        {
            throw new ArgumentException(
                $"Tensor '{name}' has {tensor.Length} values, but there is room for {values.Length}; they must be equal.",
                nameof(values));
        }

        long offset = _dataStart + tensor.Begin;
        for (int start = 0; start < values.Length; start += FloatsPerRead)
        {
            Span<float> part = values[start..Math.Min(start + FloatsPerRead, values.Length)];
            Span<byte> bytes = MemoryMarshal.AsBytes(part);
            Fill(bytes, offset);
            offset += bytes.Length;
            for (int i = 0; i < part.Length; i++)
            {
                part[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
            }
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _handle.Dispose();

    private ModelFileException Invalid(string problem) => Refusal.NotSafetensors(_path, problem);

    private void Fill(Span<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            int read = RandomAccess.Read(_handle, bytes, offset);
            if (read == 0)
            {
                throw Invalid($"it was cut off at byte {offset} while it was being read");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }
}
