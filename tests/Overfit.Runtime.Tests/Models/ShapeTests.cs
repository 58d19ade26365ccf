namespace Overfit.Tests.Models;

public sealed class ShapeTests
{
    [Fact]
    public void ShapesAreTheirDimensions()
    {
        Shape image = new(28, 28, 1);
        Assert.Equal("[28 x 28 x 1]", image.ToString());
        Assert.Equal((3, 784), (image.Rank, image.Length));
        Assert.Equal([28, 28, 1], image.Dimensions.AsEnumerable());
        Assert.True(image == new Shape(28, 28, 1) && image.GetHashCode() == new Shape(28, 28, 1).GetHashCode());
        Assert.True(image != new Shape(28, 28) && !image.Equals("[28 x 28 x 1]") && image.Equals((object)new Shape(28, 28, 1)));
    }

    [Fact]
    public void TheDefaultIsAScalar()
    {
        Assert.Equal((0, 1, "[]"), (default(Shape).Rank, default(Shape).Length, default(Shape).ToString()));
        Assert.True(default(Shape) == new Shape());
    }

    [Fact]
    public void DimensionsAreAtLeastOneAndTheirProductFits()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(3, 0));
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(1 << 16, 1 << 16)).Message;
        Assert.StartsWith("A shape of 65536 x 65536 has more than 2147483647 elements;", message, StringComparison.Ordinal);
        Assert.Equal(int.MaxValue, new Shape(int.MaxValue).Length);
    }
}
