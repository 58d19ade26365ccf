using System.Buffers.Binary;

namespace Overfit.Tests.Persistence;

/// <summary>Damaged and hostile model files are refused with one exception, cheaply, and leave the model as it was.</summary>
public sealed class HostileFileTests : IDisposable
{
    // A refusal costs the header (under 1 KiB here), its parsed form, messages and a stack trace; a length that a file merely
    // announces would cost megabytes to exabytes.
    private const long MostBytes = 256 * 1024;

    private readonly TemporaryFolder _folder = new();
    private readonly ModelDouble<Normalized> _model = ModelDouble<Normalized>.Create(seed: 7);
    private readonly byte[] _valid;

    public HostileFileTests()
    {
        string path = _folder.PathOf("valid.safetensors");
        ModelFile.Save(ModelDouble<Normalized>.Create(seed: 1), path);
        _valid = File.ReadAllBytes(path);
    }

    [Fact]
    public void EveryTruncationIsRefused()
    {
        float[] before = [.. _model.Parameters.Span];
        for (int length = 0; length < _valid.Length; length++)
        {
            string path = _folder.Write(_valid[..length]);
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<ModelFileException>(() => ModelFile.Load(_model, path));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MostBytes);
        }

        Assert.Equal(before, _model.Parameters.Span);
    }

    [Fact]
    public void EveryAddedByteIsRefused() =>
        Assert.Throws<ModelFileException>(() => ModelFile.Load(_model, _folder.Write([.. _valid, 0])));

    [Theory]
    [InlineData(1UL << 20)]
    [InlineData(1UL << 31)]
    [InlineData(1UL << 40)]
    [InlineData(1UL << 63)]
    [InlineData(ulong.MaxValue)]
    public void AnAnnouncedHeaderIsNotAllocated(ulong length)
    {
        byte[] bytes = [.. _valid];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        string path = _folder.Write(bytes);
        long allocated = GC.GetAllocatedBytesForCurrentThread();

        string message = Assert.Throws<ModelFileException>(() => ModelFile.Load(_model, path)).Message;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MostBytes);
        Assert.Contains($"its first 8 bytes announce a header of {length} bytes, but {_valid.Length - 8} follow", message);
    }

    [Fact]
    public void AHeaderBeyondTheFormatsLimitIsNotAllocated()
    {
        // A sparse file: as long as it announces, but without content.
        string path = _folder.PathOf("sparse.safetensors");
        using (FileStream stream = File.Create(path))
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(length, 100_000_001);
            stream.Write(length);
            stream.SetLength(8 + 100_000_001);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread();

        string message = Assert.Throws<ModelFileException>(() => ModelFile.Load(_model, path)).Message;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MostBytes);
        Assert.Contains("the format allows at most 100000000", message);
    }

    [Fact]
    public void RandomMutationsLoadWholeOrAreRefused()
    {
        Random random = new(20260101);
        int loaded = 0;
        int refused = 0;
        for (int trial = 0; trial < 3000; trial++)
        {
            // Under another key the checksum is none of ours, and what else is verified has to do without it.
            byte[] bytes = [.. _valid];
            "another"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("overfit.sha256"u8)));
            for (int mutation = random.Next(1, 4); mutation > 0; mutation--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            string path = _folder.Write(bytes);
            float[] before = [.. _model.Parameters.Span];
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                ModelFile.Load(_model, path);
                loaded++;
                Assert.All(_model.Parameters.Span.ToArray(), value => Assert.True(float.IsFinite(value)));
            }
            catch (ModelFileException)
            {
                refused++;
                Assert.Equal(before, _model.Parameters.Span);
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MostBytes);
        }

        // Both happen, so that neither branch stands untested: data bytes may take almost any value, header bytes almost none.
        Assert.True(loaded > 30, $"only {loaded} mutations loaded");
        Assert.True(refused > 300, $"only {refused} mutations were refused");
    }

    public void Dispose() => _folder.Dispose();
}
