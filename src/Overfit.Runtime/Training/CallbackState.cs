namespace Overfit;

/// <summary>What a callback has in a backup: texts and blocks of floats, under names of its own.</summary>
public sealed class CallbackState
{
    private readonly StateFile _file;
    private readonly string _prefix;

    internal CallbackState(StateFile file, int callback)
    {
        _file = file;
        _prefix = $"callback {callback}: ";
    }

    /// <summary>Puts a text, such as a number in the invariant culture, into the backup; null puts nothing.</summary>
    public void WriteText(string name, string? text)
    {
        if (text is not null)
        {
            _file.Texts[_prefix + name] = text;
        }
    }

    /// <summary>Puts floats into the backup, which holds them as they are when all callbacks have been asked; null puts nothing.</summary>
    public void WriteBlock(string name, Block? values)
    {
        if (values is not null)
        {
            _file.Blocks[_prefix + name] = values;
        }
    }

    /// <summary>The text that was written; null where none was.</summary>
    public string? ReadText(string name) => _file.Texts.GetValueOrDefault(_prefix + name);

    /// <summary>A block of the caller's own with the floats that were written; null where none were.</summary>
    public Block? ReadBlock(string name) => _file.Blocks.GetValueOrDefault(_prefix + name);
}
