using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Overfit.Tests.Persistence;

public sealed class ModelFileTests : IDisposable
{
    private static readonly string ExpectedHeader = """
        {"__metadata__":{"overfit.version":"1","overfit.layers":"1 Dense1: Dense(ReLU) [2] -> [3]\n
        2 BatchNormalization1: BatchNormalization [3] -> [3]\n
        3 Dense2: Dense [3] -> [1]","overfit.sha256":"CHECKSUM"},
        "Dense1/kernel":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},
        "Dense1/bias":{"dtype":"F32","shape":[3],"data_offsets":[24,36]},
        "BatchNormalization1/gamma":{"dtype":"F32","shape":[3],"data_offsets":[36,48]},
        "BatchNormalization1/beta":{"dtype":"F32","shape":[3],"data_offsets":[48,60]},
        "BatchNormalization1/moving_mean":{"dtype":"F32","shape":[3],"data_offsets":[60,72]},
        "BatchNormalization1/moving_variance":{"dtype":"F32","shape":[3],"data_offsets":[72,84]},
        "Dense2/kernel":{"dtype":"F32","shape":[3,1],"data_offsets":[84,96]},
        "Dense2/bias":{"dtype":"F32","shape":[1],"data_offsets":[96,100]}}
        """.ReplaceLineEndings("");

    private readonly TemporaryFolder _folder = new();

    private string Saved => _folder.PathOf("model.safetensors");

    [Fact]
    public void WhatIsSavedIsLoadedBitForBit()
    {
        ModelDouble<Normalized> model = ModelDouble<Normalized>.Create(seed: 1);
        model.Parameters.Span[0] = -0f;
        model.Parameters.Span[1] = float.Epsilon;
        model.Parameters.Span[2] = float.MaxValue;
        ModelFile.Save(model, Saved);

        ModelDouble<Normalized> into = ModelDouble<Normalized>.Create(seed: 2);
        ModelFile.Load(into, Saved);
        ModelDouble<Normalized> created = ModelFile.Load<ModelDouble<Normalized>>(Saved);

        Assert.Equal(Bits(model), Bits(into));
        Assert.Equal(Bits(model), Bits(created));
    }

    [Fact]
    public void TheFileIsAHeaderInLayerOrderPaddedWithSpacesAndThenTheValues()
    {
        ModelDouble<Normalized> model = ModelDouble<Normalized>.Create(seed: 1);
        ModelFile.Save(model, Saved);

        byte[] bytes = File.ReadAllBytes(Saved);
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        string header = Encoding.UTF8.GetString(bytes, 8, length);
        string expected = ExpectedHeader.Replace(
            "CHECKSUM", Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(8 + length))), StringComparison.Ordinal);
        Assert.Equal(expected, header.TrimEnd(' '));
        Assert.Equal(0, length % 8);
        Assert.InRange(header.Length - expected.Length, 0, 7);
        Assert.Equal(8 + length + (25 * sizeof(float)), bytes.Length);

        // The moving mean stands at 60 in the file, and behind the second Dense layer in the block.
        Assert.Equal(model.Parameters.Span[19], BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(8 + length + 60)));
    }

    [Fact]
    public void ALayerThatDiffersIsNamedFirst()
    {
        ModelFile.Save(ModelDouble<Plain>.Create(seed: 1), Saved);

        Assert.Equal(
            $"'{Saved}' holds another architecture than model PlainTanh; layer 1 is the first that differs. The file has " +
            "'1 Dense1: Dense(ReLU) [2] -> [3]', the model has '1 Dense1: Dense(Tanh) [2] -> [3]'. " +
            "Load the file into the model that it was saved from.",
            Refusal<PlainTanh>(Saved));
        Assert.Contains(
            "layer 2 is the first that differs. The file has '2 Dense2: Dense [3] -> [1]', the model has " +
            "'2 BatchNormalization1: BatchNormalization [3] -> [3]'.",
            Refusal<Normalized>(Saved));
        Assert.Contains(
            "layer 2 is the first that differs. The file has '2 Dense2: Dense [3] -> [1]', the model has no such layer.",
            Refusal<Shorter>(Saved));
    }

    [Fact]
    public void ALayerThatTheFileLacksIsNamed()
    {
        ModelFile.Save(ModelDouble<Shorter>.Create(seed: 1), Saved);

        Assert.Contains(
            "layer 2 is the first that differs. The file has no such layer, the model has '2 Dense2: Dense [3] -> [1]'.",
            Refusal<Plain>(Saved));
    }

    [Fact]
    public void AFileWrittenElsewhereLoadsByNamesAndShapes()
    {
        ModelDouble<Plain> model = ModelFile.Load<ModelDouble<Plain>>(Elsewhere(
            ("Dense2/bias", [1]), ("Dense1/bias", [3]), ("Dense2/kernel", [3, 1]), ("Dense1/kernel", [2, 3])));

        // The values count up in the order of the file; the block starts with the kernel of Dense1, which is last there.
        Assert.Equal([7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 0], model.Parameters.Span.ToArray());
    }

    [Fact]
    public void AFileWrittenElsewhereMustHaveTheModelsTensorsAndNoOther()
    {
        Assert.Contains(
            "has no tensor 'Dense1/kernel' [2 x 3], which model Plain needs.",
            Refusal<Plain>(Elsewhere(("Dense1/bias", [3]), ("Dense2/kernel", [3, 1]), ("Dense2/bias", [1]))));
        Assert.Contains(
            "Tensor 'Dense1/kernel' is [3 x 2] in",
            Refusal<Plain>(Elsewhere(
                ("Dense1/kernel", [3, 2]), ("Dense1/bias", [3]), ("Dense2/kernel", [3, 1]), ("Dense2/bias", [1]))));
        Assert.Contains(
            "has the tensor 'Dense2/bias', which model Shorter does not have.",
            Refusal<Shorter>(Elsewhere(("Dense1/kernel", [2, 3]), ("Dense1/bias", [3]), ("Dense2/bias", [1]))));
    }

    [Fact]
    public void AFileOfALaterVersionIsRefused()
    {
        string path = _folder.Write("""{"__metadata__":{"overfit.version":"2"}}""", []);

        Assert.Contains("is a model file of version '2'; this library reads version 1.", Refusal<Shorter>(path));
    }

    [Fact]
    public void ParametersOfAnotherTypeAreRefused()
    {
        string path = _folder.Write(
            """
            {"Dense1/kernel":{"dtype":"F64","shape":[2,3],"data_offsets":[0,48]},
            "Dense1/bias":{"dtype":"F32","shape":[3],"data_offsets":[48,60]}}
            """,
            new byte[60]);

        Assert.Contains("Tensor 'Dense1/kernel'", Refusal<Shorter>(path));
        Assert.Contains("is of type F64; only F32 can be read.", Refusal<Shorter>(path));
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void AValueInTheFileThatIsNotFiniteIsNamed(float value, string printed)
    {
        ModelDouble<Normalized> saved = ModelDouble<Normalized>.Create(seed: 1);
        ModelFile.Save(saved, Saved);
        byte[] bytes = File.ReadAllBytes(Saved);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(bytes.Length - 100 + (5 * sizeof(float))), value);
        File.WriteAllBytes(Saved, bytes);

        Assert.StartsWith($"Dense1/kernel[1, 2] is {printed} in '{Saved}'", Refusal<Normalized>(Saved));
    }

    [Fact]
    public void AFlippedBitIsRefusedUnlessTheChecksumWasRemoved()
    {
        ModelDouble<Normalized> saved = ModelDouble<Normalized>.Create(seed: 1);
        ModelFile.Save(saved, Saved);
        byte[] bytes = File.ReadAllBytes(Saved);
        bytes[^100] ^= 1;
        File.WriteAllBytes(Saved, bytes);

        Assert.StartsWith(
            $"'{Saved}' does not hold the values that were saved: their checksum is another.", Refusal<Normalized>(Saved));

        "another"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("overfit.sha256"u8)));
        File.WriteAllBytes(Saved, bytes);
        Assert.Single(Bits(ModelFile.Load<ModelDouble<Normalized>>(Saved)).Except(Bits(saved)));
    }

    [Fact]
    public void AModelThatDivergedIsNotSavedOverAGoodFile()
    {
        ModelDouble<Normalized> model = ModelDouble<Normalized>.Create(seed: 1);
        ModelFile.Save(model, Saved);
        byte[] before = File.ReadAllBytes(Saved);
        model.Parameters.Span[23] = float.NaN;

        string message = Assert.Throws<InvalidOperationException>(() => ModelFile.Save(model, Saved)).Message;

        Assert.StartsWith("BatchNormalization1/moving_variance[1] is NaN in the model", message);
        Assert.Equal(before, File.ReadAllBytes(Saved));
        Assert.Equal(["model.safetensors"], _folder.Names);
    }

    [Fact]
    public async Task AReaderSeesOneVersionOrTheOtherWhileTheyAreSaved()
    {
        ModelDouble<Normalized>[] versions = [ModelDouble<Normalized>.Create(seed: 1), ModelDouble<Normalized>.Create(seed: 2)];
        ModelFile.Save(versions[0], Saved);
        Task saving = Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                ModelFile.Save(versions[i % 2], Saved);
            }
        });
        do
        {
            int[] bits = Bits(ModelFile.Load<ModelDouble<Normalized>>(Saved));
            Assert.Contains(versions, version => Bits(version).SequenceEqual(bits));
        }
        while (!saving.IsCompleted);
        await saving;
    }

    [Fact]
    public void LoadingAllocatesOneBlockAndLittleElse()
    {
        string path = Elsewhere(("Dense1/kernel", [1000, 1000]), ("Dense1/bias", [1000]));
        ModelDouble<Large> model = new();
        ModelFile.Load(model, path);
        long allocated = GC.GetAllocatedBytesForCurrentThread();

        ModelFile.Load(model, path);

        // 4.004 MB of parameters; the file is never held beside them.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 4_004_000, 4_004_000 + (64 * 1024));
    }

    public void Dispose() => _folder.Dispose();

    private static int[] Bits<TArchitecture>(ModelDouble<TArchitecture> model)
        where TArchitecture : IArchitecture =>
        Array.ConvertAll(model.Parameters.Span.ToArray(), BitConverter.SingleToInt32Bits);

    /// <summary>Why a file does not load into a model, whose parameters then are what they were.</summary>
    private static string Refusal<TArchitecture>(string path)
        where TArchitecture : IArchitecture
    {
        ModelDouble<TArchitecture> model = ModelDouble<TArchitecture>.Create(seed: 3);
        int[] before = Bits(model);
        string message = Assert.Throws<ModelFileException>(() => ModelFile.Load(model, path)).Message;
        Assert.Equal(before, Bits(model));
        return message;
    }

    /// <summary>A file as another tool would write it, its values counting up from 0.</summary>
    private string Elsewhere(params (string Name, int[] Shape)[] tensors)
    {
        StringBuilder header = new("{\"__metadata__\":{\"format\":\"pt\"}");
        List<byte> data = [];
        foreach ((string name, int[] shape) in tensors)
        {
            int begin = data.Count;
            int length = shape.Aggregate(1, (product, dimension) => product * dimension);
            for (int i = 0; i < length; i++)
            {
                data.AddRange(BitConverter.GetBytes((float)(data.Count / sizeof(float))));
            }

            string dimensions = string.Join(", ", shape);
            header.Append($", \"{name}\": {{\"dtype\": \"F32\", \"shape\": [{dimensions}], ");
            header.Append($"\"data_offsets\": [{begin}, {data.Count}]}}");
        }

        return _folder.Write(header.Append('}').ToString(), data.ToArray());
    }

    private readonly struct Large : IArchitecture
    {
        public static System.Collections.Immutable.ImmutableArray<LayerDescription> Layers =>
            [Describe.Dense("Dense1", "", inputs: 1000, units: 1000, offset: 0)];
    }
}
