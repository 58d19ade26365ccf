using Overfit;

namespace FashionMnist;

/// <summary>Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017): images of clothes, 28 x 28 pixels from 0 to 1.</summary>
/// <param name="Training">60,000 images to train on and to choose by.</param>
/// <param name="Test">10,000 images to judge by, once.</param>
internal sealed record FashionData(Dataset Training, Dataset Test)
{
    /// <summary>Where Debian's package puts the files.</summary>
    public const string DebianFolder = "/usr/share/datasets/fashion-mnist";

    private const int Side = 28;
    private const float White = byte.MaxValue;

    private static readonly DatasetNames Names = new()
    {
        Classes =
        [
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
        ],
    };

    /// <summary>Reads the four files, compressed or not.</summary>
    /// <exception cref="FileNotFoundException">A file is missing; the message says how to get it.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or images and labels do not belong together.</exception>
    public static FashionData Read(string folder) => new(Part(folder, "train"), Part(folder, "t10k"));

    private static Dataset Part(string folder, string part)
    {
        IdxFile images = IdxFile.Read(Find(folder, $"{part}-images-idx3-ubyte"), dimensions: 3);
        IdxFile labels = IdxFile.Read(Find(folder, $"{part}-labels-idx1-ubyte"), dimensions: 1);
        (int count, int height, int width) = (images.Sizes[0], images.Sizes[1], images.Sizes[2]);
        if ((height, width) != (Side, Side))
        {
            throw new InvalidDataException(
                $"'{images.Name}' has images of {height} x {width} pixels; those of Fashion-MNIST have {Side} x {Side}.");
        }

        if (labels.Sizes[0] != count)
        {
            throw new InvalidDataException(
                $"'{labels.Name}' has {labels.Sizes[0]} labels, but '{images.Name}' has {count} images; every image needs one.");
        }

        if (labels.Values.IndexOfAnyExceptInRange((byte)0, (byte)(Names.Classes.Length - 1)) is int row and >= 0)
        {
            throw new InvalidDataException(
                $"'{labels.Name}' has label {labels.Values[row]} in row {row}; labels are 0 to {Names.Classes.Length - 1}.");
        }

        float[] pixels = new float[images.Values.Length];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = images.Values[i] / White;
        }

        return new Dataset(pixels, Side * Side, Array.ConvertAll(labels.Values.ToArray(), label => (float)label), 1, Names);
    }

    private static string Find(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return Array.Find([path, $"{path}.gz"], File.Exists) ?? throw new FileNotFoundException(
            $"""
            Fashion-MNIST is not in '{folder}': there is neither {name} nor {name}.gz.
            On Debian: apt-get install dataset-fashion-mnist, which puts the files into {DebianFolder}.
            Elsewhere: download the four files that https://github.com/zalandoresearch/fashion-mnist links to into a
            folder and name it: --data <folder>
            """);
    }
}
