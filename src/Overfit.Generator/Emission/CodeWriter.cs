using System.Text;

namespace Overfit.Generator.Emission;

/// <summary>Writes indented lines that end in <c>\n</c> on every system.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private string _last = "";

    /// <summary>A line; an empty one is left out behind an opening brace.</summary>
    public void Line(string line = "")
    {
        if (line.Length == 0 && _last == "{")
        {
            return;
        }

        _last = line;
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _depth).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>A line, and a block in braces below it until the result is disposed.</summary>
    public Block Open(string line)
    {
        Line(line);
        Line("{");
        _depth++;
        return new(this);
    }

    /// <summary>Lines indented once more than the others until the result is disposed.</summary>
    public Indentation Indent()
    {
        _depth++;
        return new(this);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Block(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line("}");
        }
    }

    internal readonly struct Indentation(CodeWriter writer) : IDisposable
    {
        public void Dispose() => writer._depth--;
    }
}
