namespace Overfit.Keras.Persistence;

/// <summary>Files of other writers are read, files of this library are read by another reader, hostile files are refused.</summary>
public sealed class SafetensorsInteropTests
{
    // A refused file here is under 200 bytes; a size that it merely announces would cost gigabytes.
    private const long MostBytes = 256 * 1024;

    public static TheoryData<string> HostileFiles => [.. GoldenCases.Read("interop")
        .GetProperty("cases")
        .EnumerateArray()
        .Select(entry => entry.GetProperty("file").GetString()!)
        .Where(file => file.StartsWith("hostile-", StringComparison.Ordinal))];

    [Fact]
    public void ThereAreTenHostileFiles() => Assert.Equal(10, HostileFiles.Count);

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public void RefusesAHostileFile(string file)
    {
        string path = GoldenCases.PathOf("interop", file);
        long allocated = GC.GetAllocatedBytesForCurrentThread();

        ModelFileException thrown = Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(path));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MostBytes);
        Assert.StartsWith($"'{path}' is not a valid safetensors file: ", thrown.Message);
    }

    [Theory]
    [InlineData("regressor", 19)]
    [InlineData("classifier", 17)]
    public void ReadsTheNamesShapesAndValuesThatTheIndependentReaderReads(string name, int tensors)
    {
        GoldenTensors expected = GoldenTensors.Read("interop", name);
        using SafetensorsFile file = SafetensorsFile.Open(GoldenCases.PathOf("interop", $"{name}.safetensors"));

        Assert.Equal(tensors, file.Tensors.Count);
        Assert.Equal(expected.Names.Order(), file.Tensors.Keys.Order());
        foreach (SafetensorsTensor tensor in file.Tensors.Values)
        {
            Assert.Equal(expected.Shape(tensor.Name), tensor.Dimensions.Select(dimension => (int)dimension));
            if (tensor.ElementType == "F32")
            {
                float[] values = new float[tensor.Length];
                file.ReadFloats(tensor.Name, values);
                Assert.Equal(expected.Floats(tensor.Name), values);
            }
        }
    }

    [Fact]
    public void ReadsAStateDictOfPyTorch()
    {
        using SafetensorsFile file = SafetensorsFile.Open(GoldenCases.PathOf("interop", "torch-regressor.safetensors"));

        Assert.Equal([32L, 10L], file.Tensors["0.weight"].Dimensions.ToArray());
        Assert.Equal("I64", file.Tensors["1.num_batches_tracked"].ElementType);
    }

    [Fact]
    public void TheIndependentReaderReadsWhatIsSaved()
    {
        GoldenTensors golden = GoldenTensors.Read("interop", "regressor");
        (string Name, TensorDescription Tensor)[] tensors =
        [
            .. KerasRegressor.Description.Layers.SelectMany(
                layer => layer.Tensors, (layer, tensor) => ($"{layer.Name}/{tensor.Name}", tensor)),
        ];
        KerasRegressor model = new();
        foreach ((string name, TensorDescription tensor) in tensors)
        {
            golden.Floats(name).CopyTo(model.Parameters.Slice(tensor.Offset, tensor.Length));
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("overfit-");
        try
        {
            string path = Path.Combine(folder.FullName, "regressor.safetensors");
            ModelFile.Save(model, path);

            // The folder's path is absolute, so the golden folder before it does not count.
            GoldenTensors saved = GoldenTensors.Read(folder.FullName, "regressor");
            Assert.Equal(tensors.Select(entry => entry.Name), saved.Names);
            foreach ((string name, TensorDescription tensor) in tensors)
            {
                Assert.Equal(golden.Shape(name), saved.Shape(name));
                Assert.Equal(golden.Floats(name), saved.Floats(name));
            }

            Assert.Equal(model.Parameters.Span, ModelFile.Load<KerasRegressor>(path).Parameters.Span);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
