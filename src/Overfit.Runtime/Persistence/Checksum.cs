using System.Security.Cryptography;
using System.Text;

namespace Overfit;

/// <summary>SHA-256 of what is added, values as a file holds them: the same on every machine.</summary>
internal sealed class Checksum : IDisposable
{
    private readonly SHA256 _hash = SHA256.Create();
    private readonly CryptoStream _stream;

    public Checksum() => _stream = new CryptoStream(Stream.Null, _hash, CryptoStreamMode.Write);

    public void Add(ReadOnlySpan<float> values) => SafetensorsWriter.WriteFloats(_stream, values);

    /// <summary>Adds a text and its end, so that two texts are not taken for one.</summary>
    public void Add(string text)
    {
        _stream.Write(Encoding.UTF8.GetBytes(text));
        _stream.WriteByte(0);
    }

    /// <summary>Ends the sum: 64 hexadecimal digits.</summary>
    public string Finish()
    {
        _stream.FlushFinalBlock();
        return Convert.ToHexStringLower(_hash.Hash!);
    }

    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }
}
