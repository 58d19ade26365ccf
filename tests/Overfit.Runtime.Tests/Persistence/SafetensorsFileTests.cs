using System.Text;

namespace Overfit.Tests.Persistence;

public sealed class SafetensorsFileTests : IDisposable
{
    private const string Two = """
        {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ReadsTensorsInAnyOrderOfTheHeader()
    {
        string path = _folder.Write(
            """
            {"b":{"dtype":"F32","shape":[1,2],"data_offsets":[4,12]},"none":{"dtype":"F32","shape":[0,5],"data_offsets":[4,4]},
            "__metadata__":{"format":"pt","é":"\u00e9"},"a":{"data_offsets":[0,4],"shape":[],"dtype":"F32"}}
            """,
            [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0x20, 0x41]);
        using SafetensorsFile file = SafetensorsFile.Open(path);

        Assert.Equal(["a", "b", "none"], file.Tensors.Keys.Order());
        Assert.Equal([1L, 2L], file.Tensors["b"].Dimensions.ToArray());
        Assert.Equal((0, 1, 2), (file.Tensors["none"].Length, file.Tensors["a"].Length, file.Tensors["b"].Length));
        Assert.Equal(("pt", "é"), (file.Metadata["format"], file.Metadata["é"]));
        Assert.Equal([1f], Floats(file, "a", 1));
        Assert.Equal([-2f, 10f], Floats(file, "b", 2));
        Assert.Empty(Floats(file, "none", 0));
    }

    [Fact]
    public void ReadsAnEmptyFileOfNothing()
    {
        using SafetensorsFile file = SafetensorsFile.Open(_folder.Write("{}   ", []));

        Assert.Empty(file.Tensors);
        Assert.Empty(file.Metadata);
    }

    [Fact]
    public void AFolderIsRefusedAsOne()
    {
        string folder = Path.GetDirectoryName(_folder.PathOf("a"))!;
        Assert.Equal(
            $"'{folder}' is a folder; a file name was expected.",
            Assert.Throws<IOException>(() => SafetensorsFile.Open(folder)).Message);
    }

    [Fact]
    public void ReadsATensorLargerThanOneReadAsItWasWritten()
    {
        float[] values = [.. Enumerable.Range(0, (1 << 20) + 5).Select(i => i * 0.25f)];
        string path = _folder.PathOf("large.safetensors");
        AtomicFile.Write(path, stream =>
        {
            SafetensorsWriter.WriteHeader(stream, new Dictionary<string, string>(), [("large", new Shape(values.Length))]);
            SafetensorsWriter.WriteFloats(stream, values);
        });
        float[] read = new float[values.Length];
        using SafetensorsFile file = SafetensorsFile.Open(path);
        file.ReadFloats("large", read);

        Assert.True(values.AsSpan().SequenceEqual(read));
    }

    [Fact]
    public void RefusesToReadWhatIsNotThereOrNotF32OrOfAnotherLength()
    {
        using SafetensorsFile file = SafetensorsFile.Open(_folder.Write(Two, new byte[16]));

        ModelFileException missing = Assert.Throws<ModelFileException>(() => file.ReadFloats("c", new float[1]));
        ModelFileException type = Assert.Throws<ModelFileException>(() => file.ReadFloats("b", new float[1]));
        ArgumentException length = Assert.Throws<ArgumentException>(() => file.ReadFloats("a", new float[3]));

        Assert.EndsWith("has no tensor 'c'.", missing.Message);
        Assert.Contains("is of type I64; only F32 can be read.", type.Message);
        Assert.Contains("has 2 values, but there is room for 3; they must be equal.", length.Message);
    }

    [Fact]
    public void SaysThatTheFileShrankWhileItWasOpen()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There, nobody can shorten a file that is being read.
        }

        string path = _folder.Write(Two, new byte[16]);
        using SafetensorsFile file = SafetensorsFile.Open(path);
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            stream.SetLength(stream.Length - 12);
        }

        ModelFileException thrown = Assert.Throws<ModelFileException>(() => file.ReadFloats("a", new float[2]));

        Assert.Contains("was cut off at byte", thrown.Message);
    }

    [Fact]
    public void AMissingFileIsTheSystemsOwnError() =>
        Assert.Throws<FileNotFoundException>(() => SafetensorsFile.Open(_folder.PathOf("missing.safetensors")));

    [Theory]
    [InlineData("", "its header does not begin with '{'")]
    [InlineData(" {}", "its header does not begin with '{'")]
    [InlineData("[]", "its header does not begin with '{'")]
    [InlineData("{", "its header is not JSON")]
    [InlineData("{}x", "its header is not JSON")]
    [InlineData("{}{}", "its header is not JSON")]
    [InlineData("""{"a":1}""", "'a' has a Number where a StartObject belongs, at byte 5 of the header")]
    [InlineData("""{"a\u001b[31m":1}""", "'a?[31m' has a Number where a StartObject belongs")]
    [InlineData("""{"\ud800":{}}""", "the text at byte 1 of its header is not valid Unicode")]
    [InlineData("""{"__metadata__":null}""", "'__metadata__' has a Null where a StartObject belongs")]
    [InlineData("""{"__metadata__":{"k":1}}""", "'__metadata__' has a Number where a String belongs")]
    [InlineData("""{"__metadata__":{"k":"1","k":"1"}}""", "'__metadata__' has 'k' twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "its header names '__metadata__' twice")]
    public void SaysWhatIsWrongWithTheHeader(string header, string problem) => AssertRefused(header, problem);

    [Theory]
    [InlineData("", "lacks one of dtype, shape and data_offsets")]
    [InlineData(""" "dtype":4 """, "'a' has a Number where a String belongs, at byte 15")]
    [InlineData(""" "dtype":"F32","dtype":"F32" """, "has the property 'dtype', which is unknown or was there before")]
    [InlineData(""" "extra":1 """, "has the property 'extra', which is unknown or was there before")]
    [InlineData(""" "shape":[1.5] """, "has something other than an integer from 0 to 2^63 - 1")]
    [InlineData(""" "shape":[-1] """, "has something other than an integer from 0 to 2^63 - 1")]
    [InlineData(""" "shape":[1e3] """, "has something other than an integer from 0 to 2^63 - 1")]
    [InlineData(""" "shape":[9223372036854775808] """, "has something other than an integer from 0 to 2^63 - 1")]
    [InlineData(""" "shape":[[1]] """, "has something other than an integer from 0 to 2^63 - 1")]
    public void SaysWhatIsWrongWithAProperty(string properties, string problem) =>
        AssertRefused($$$"""{"a":{{{{properties}}}}}""", problem);

    [Theory]
    [InlineData("F32", "2", "0", "lacks one of dtype, shape and data_offsets (which are two numbers)")]
    [InlineData("F32", "2", "0,8,8", "lacks one of dtype, shape and data_offsets (which are two numbers)")]
    [InlineData("F33", "2", "0,8", "is of type 'F33', which this reader does not know")]
    [InlineData("F32", "3", "0,8", "of type F32 and its shape needs 12 bytes, but its data_offsets span 8")]
    [InlineData("F32", "2", "8,0", "ends at byte 0 of the data, before it begins at byte 8")]
    [InlineData("F32", "2305843009213693952", "0,8", "asks for more than 2^63 - 1 bytes")]
    [InlineData("F32", "4294967296,4294967296,0", "0,0", "asks for more than 2^63 - 1 bytes")]
    [InlineData("F32", "1", "4,8", "begins at byte 4 of the data, but the tensors before it end at byte 0: the bytes between")]
    [InlineData("F32", "1", "0,4", "its tensors end at byte 4 of the data, but the file has 8: the rest belongs to no tensor")]
    [InlineData("F32", "3", "0,12", "its tensors end at byte 12 of the data, but the file has 8: it was cut off")]
    public void SaysWhatIsWrongWithATensor(string type, string shape, string offsets, string problem) =>
        AssertRefused($"{{{Entry("a", type, shape, offsets)}}}", problem);

    [Fact]
    public void RefusesTensorsThatOverlap() => AssertRefused(
        $"{{{Entry("a", "F32", "2", "0,8")},{Entry("b", "F32", "1", "4,8")}}}",
        "tensor 'b' begins at byte 4 of the data, but the tensors before it end at byte 8: they overlap");

    [Fact]
    public void RefusesOneNameInTwoSpellings() => AssertRefused(
        $"{{{Entry("a", "F32", "0", "0,0")},{Entry(@"\u0061", "F32", "2", "0,8")}}}", "its header names 'a' twice");

    [Fact]
    public void RefusesTextThatIsNotUtf8()
    {
        string path = _folder.Write([.. "{\""u8, 0xFF, .. "\":{}}"u8], []);

        Assert.Contains("is not valid Unicode", Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(path)).Message);
    }

    [Fact]
    public void AMessageDoesNotRepeatAnEndlessName()
    {
        string path = _folder.Write($"{{\"{new string('n', 100_000)}\":1}}", []);

        Assert.InRange(Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(path)).Message.Length, 1, 1000);
    }

    [Fact]
    public void RefusesNestingWithoutEnd()
    {
        string path = _folder.Write(Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 100_000)), []);

        Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(path));
    }

    public void Dispose() => _folder.Dispose();

    private static string Entry(string name, string type, string shape, string offsets) =>
        $$"""
        "{{name}}":{"dtype":"{{type}}","shape":[{{shape}}],"data_offsets":[{{offsets}}]}
        """;

    private void AssertRefused(string header, string problem)
    {
        string path = _folder.Write(header, new byte[8]);

        string message = Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(path)).Message;

        Assert.StartsWith($"'{path}' is not a valid safetensors file: ", message);
        Assert.Contains(problem, message);
    }

    private static float[] Floats(SafetensorsFile file, string name, int count)
    {
        float[] values = new float[count];
        file.ReadFloats(name, values);
        return values;
    }
}
