namespace Overfit;

/// <summary>
/// Named texts and blocks of floats, and the safetensors file that holds them: written atomically, with a checksum of all of
/// them, and refused where anything is missing or another.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class StateFile(string path)
{
    private const string VersionKey = "overfit.state";
    private const string ChecksumKey = "overfit.sha256";
    private const string Version = "1";
    private const string Remedy = "Delete it, and the run begins anew.";

    public string Path => path;

    public SortedDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>An empty block is not written.</summary>
    public SortedDictionary<string, Block> Blocks { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a file that <see cref="Write"/> wrote.</summary>
    /// <exception cref="ModelFileException">The file is damaged, or is none of these.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static StateFile Read(string path)
    {
        using SafetensorsFile file = Open(path);
        if (file.Metadata.GetValueOrDefault(VersionKey) is not Version and string version)
        {
            throw new ModelFileException(
                $"'{path}' is the state of a run of version {Refusal.Quote(version)}; this library reads version {Version}. {Remedy}");
        }

        StateFile state = new(path);
        foreach ((string key, string text) in file.Metadata)
        {
            state.Texts.Add(key, text);
        }

        if (!state.Texts.Remove(VersionKey) || !state.Texts.Remove(ChecksumKey, out string? checksum))
        {
            throw new ModelFileException($"'{path}' is not the backup of a run. Name another file.");
        }

        foreach (SafetensorsTensor tensor in file.Tensors.Values)
        {
            if (tensor.Length > Block.MostFloats)
            {
                throw new ModelFileException(
                    $"'{path}' has {tensor.Length} values in {Refusal.Quote(tensor.Name)}, too many for a block. {Remedy}");
            }

            Block block = new((int)tensor.Length);
            file.ReadFloats(tensor.Name, block.Span);
            state.Blocks.Add(tensor.Name, block);
        }

        return state.Checksum() == checksum
            ? state
            : throw new ModelFileException(
                $"'{path}' does not hold what was saved: its checksum is another. It is damaged. {Remedy}");
    }

    /// <summary>Creates or replaces the file, whole or not at all.</summary>
    /// <exception cref="IOException">Writing fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public void Write()
    {
        Dictionary<string, string> metadata = new(Texts, StringComparer.Ordinal)
        {
            [VersionKey] = Version,
            [ChecksumKey] = Checksum(),
        };
        (string Name, Block Block)[] tensors =
            [.. Blocks.Where(entry => entry.Value.Length > 0).Select(entry => (entry.Key, entry.Value))];
        AtomicFile.Write(path, stream =>
        {
            SafetensorsWriter.WriteHeader(stream, metadata, tensors.Select(entry => (entry.Name, new Shape(entry.Block.Length))));
            foreach ((_, Block block) in tensors)
            {
                SafetensorsWriter.WriteFloats(stream, block.Span);
            }
        });
    }

    private static SafetensorsFile Open(string path)
    {
        try
        {
            return SafetensorsFile.Open(path);
        }
        catch (ModelFileException exception)
        {
            throw new ModelFileException(
                $"{exception.Message} If it is a backup, it is damaged. {Remedy} If not, name another file.", exception);
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw new UnauthorizedAccessException(
                $"'{path}' may not be read, so no run can go on from it. Allow this user to read it, or name another file.", refusal);
        }
    }

    private string Checksum()
    {
        using Checksum checksum = new();
        foreach ((string key, string text) in Texts)
        {
            checksum.Add(key);
            checksum.Add(text);
        }

        foreach ((string name, Block block) in Blocks.Where(entry => entry.Value.Length > 0))
        {
            checksum.Add(name);
            checksum.Add(block.Span);
        }

        return checksum.Finish();
    }
}
