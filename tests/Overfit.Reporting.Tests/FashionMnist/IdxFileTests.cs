using global::FashionMnist;

namespace Overfit.Reporting.Tests.FashionMnist;

public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] Good = IdxFolder.Idx([2, 2, 3], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255);

    private readonly IdxFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadsSizesAndValues(bool isCompressed)
    {
        IdxFile file = IdxFile.Read(_folder.Write("images", isCompressed ? IdxFolder.Compressed(Good) : Good), 3);

        Assert.Equal("images", file.Name);
        Assert.Equal([2, 2, 3], file.Sizes.ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255], file.Values.ToArray());
    }

    public static TheoryData<byte[], string> DamagedFiles => new()
    {
        { [], "ends after 0 bytes, but its header alone takes 16" },
        { [0], "ends after 1 bytes, but its header alone takes 16" },
        { Good[..15], "ends after 15 bytes, but its header alone takes 16" },
        { Good[..^1], "has 11 values, but its header (2 x 2 x 3) promises 12" },
        { [.. Good, 0], "has 13 values, but its header (2 x 2 x 3) promises 12" },
        { IdxFolder.Idx([0, 28, 28]), "is empty: its header says 0 x 28 x 28" },
        { IdxFolder.Idx([uint.MaxValue, 0, 1]), "is empty: its header says 4294967295 x 0 x 1" },
        {
            // 2^96, which is 0 in 32 and in 64 bits: a size that overflows must not pass for the size that is there.
            IdxFolder.Idx([1u << 31, 1u << 31, 1u << 31]),
            "has 0 values, but its header (2147483648 x 2147483648 x 2147483648) promises 9903520314283042199192993792"
        },
        {
            IdxFolder.Idx([uint.MaxValue, uint.MaxValue, uint.MaxValue], 1),
            "has 1 values, but its header (4294967295 x 4294967295 x 4294967295) promises 79228162458924105385300197375"
        },
        { IdxFolder.Idx([12], 1, 2), "begins with 00000801, but an IDX file of bytes in 3 dimensions with 00000803" },
        { [0, 0, 0x0D, 3, .. Good[4..]], "begins with 00000D03, but an IDX file of bytes in 3 dimensions with 00000803" },
        { "<!DOCTYPE html>"u8.ToArray(), "begins with 3C21444F, but an IDX file of bytes in 3 dimensions with 00000803" },
    };

    [Theory]
    [MemberData(nameof(DamagedFiles))]
    public void ADamagedFileIsRefusedInWords(byte[] bytes, string why)
    {
        string plain = _folder.Write("images", bytes), compressed = _folder.Write("images.gz", IdxFolder.Compressed(bytes));

        Assert.Equal($"'{plain}' {why}. Fetch the file again.", Refusal(plain));
        Assert.Equal($"'{compressed}' {why}. Fetch the file again.", Refusal(compressed));
    }

    /// <summary>.NET reads what lies in front of a missing checksum, which is harmless where that is everything.</summary>
    [Fact]
    public void ACutCompressedFileIsRefusedOrWhole()
    {
        byte[] compressed = IdxFolder.Compressed(Good);
        string whole = Outcome(_folder.Write("images.gz", compressed));

        Assert.All(Enumerable.Range(0, compressed.Length), length =>
        {
            string outcome = Outcome(_folder.Write("images.gz", compressed[..length]));
            Assert.True(outcome.EndsWith(". Fetch the file again.", StringComparison.Ordinal) || outcome == whole, outcome);
        });
        Assert.NotEqual(whole, Outcome(_folder.Write("images.gz", compressed[..^10])));
    }

    [Fact]
    public void DamageInsideACompressedFileIsNoticed()
    {
        byte[] compressed = IdxFolder.Compressed(Good);
        compressed[^5] ^= 1;   // the checksum

        Assert.Contains(
            "is compressed with gzip, but cannot be decompressed: ",
            Refusal(_folder.Write("images.gz", compressed)),
            StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Outcome(string path)
    {
        try
        {
            return string.Join(' ', IdxFile.Read(path, 3).Values.ToArray());
        }
        catch (InvalidDataException refusal)
        {
            return refusal.Message;
        }
    }

    private static string Refusal(string path) => Assert.Throws<InvalidDataException>(() => IdxFile.Read(path, 3)).Message;
}
