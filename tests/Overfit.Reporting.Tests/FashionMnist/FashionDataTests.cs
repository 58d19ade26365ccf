using global::FashionMnist;

namespace Overfit.Reporting.Tests.FashionMnist;

public sealed class FashionDataTests : IDisposable
{
    private readonly IdxFolder _folder = new();

    public FashionDataTests() => _folder.WriteImages(training: 20, test: 10);

    [Fact]
    public void PixelsGoFromZeroToOneAndTargetsAreClassNumbers()
    {
        FashionData data = FashionData.Read(_folder.Path);

        Assert.Equal((20, 10, 784, 1), (data.Training.Count, data.Test.Count, data.Test.FeatureCount, data.Test.TargetCount));
        Assert.Equal(
            Enumerable.Range(0, 784).Select(i => i / 56 == 3 ? 1f : 0f), data.Training.FeaturesOf(13).ToArray());
        Assert.Equal(3, data.Training.Targets[13]);
        Assert.Equal("Dress", data.Training.Names.Classes[3]);
    }

    [Fact]
    public void AMissingFileSaysHowToGetIt()
    {
        File.Delete(Path.Combine(_folder.Path, "t10k-labels-idx1-ubyte"));

        string message = Assert.Throws<FileNotFoundException>(() => FashionData.Read(_folder.Path)).Message;

        Assert.StartsWith(
            $"Fashion-MNIST is not in '{_folder.Path}': there is neither t10k-labels-idx1-ubyte nor t10k-labels-idx1-ubyte.gz.",
            message,
            StringComparison.Ordinal);
        Assert.Contains("apt-get install dataset-fashion-mnist", message, StringComparison.Ordinal);
        Assert.Contains("--data <folder>", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ImagesOfAnotherSizeAreRefused()
    {
        _folder.Write("train-images-idx3-ubyte.gz", IdxFolder.Idx([1, 2, 2], 1, 2, 3, 4));

        Assert.Equal(
            "'train-images-idx3-ubyte.gz' has images of 2 x 2 pixels; those of Fashion-MNIST have 28 x 28.", Refusal());
    }

    [Fact]
    public void LabelsThatAreNotAsManyAsTheImagesAreRefused()
    {
        _folder.Write("train-labels-idx1-ubyte", IdxFolder.Idx([2], 1, 2));

        Assert.Equal(
            "'train-labels-idx1-ubyte' has 2 labels, but 'train-images-idx3-ubyte.gz' has 20 images; every image needs one.",
            Refusal());
    }

    [Fact]
    public void ALabelThatIsNoClassIsRefused()
    {
        _folder.Write("t10k-labels-idx1-ubyte", IdxFolder.Idx([10], 0, 1, 2, 3, 10, 5, 6, 7, 8, 9));

        Assert.Equal("'t10k-labels-idx1-ubyte' has label 10 in row 4; labels are 0 to 9.", Refusal());
    }

    public void Dispose() => _folder.Dispose();

    private string Refusal() => Assert.Throws<InvalidDataException>(() => FashionData.Read(_folder.Path)).Message;
}
