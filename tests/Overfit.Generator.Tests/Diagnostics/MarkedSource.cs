using System.Text;

namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>A source text in which <c>{|OVF1007:0|}</c> marks that OVF1007 is expected on exactly the text <c>0</c>.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<Mark> Marks)
{
    private const string Opening = "{|", Closing = "|}";

    public static MarkedSource Parse(string marked)
    {
        StringBuilder text = new();
        List<Mark> marks = [];
        int read = 0;
        for (int start = marked.IndexOf(Opening, StringComparison.Ordinal); start >= 0;
            start = marked.IndexOf(Opening, read, StringComparison.Ordinal))
        {
            int colon = marked.IndexOf(':', start);
            int end = marked.IndexOf(Closing, colon, StringComparison.Ordinal);
            text.Append(marked, read, start - read);
            string spanned = marked[(colon + 1)..end];
            marks.Add(new(marked[(start + Opening.Length)..colon], text.Length, spanned));
            text.Append(spanned);
            read = end + Closing.Length;
        }

        text.Append(marked, read, marked.Length - read);
        return new(text.ToString(), marks);
    }
}

/// <summary>An expected diagnostic and the text it stands on.</summary>
internal sealed record Mark(string Id, int Start, string Text)
{
    public override string ToString() => $"{Id} on '{Text}' at {Start}";
}
