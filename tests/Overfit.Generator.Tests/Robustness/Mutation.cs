using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overfit.Generator.Tests.Robustness;

/// <summary>Changes a source as typing, pasting and mistakes do.</summary>
internal static class Mutation
{
    private static readonly string[] Words =
    [
        "0", "-1", "1.5f", "2147483647", "float.NaN", "null", "default", "\"\"", "\"class\"", "\"Dense1\"", "@class", "class", "struct",
        "record", "static", "abstract", "partial", "file", "<T>", "(int x)", ": Base", "M", "Parameters", "Activation.Softmax",
        "Activation.ReLU", "(Activation)42", "[Model(1)]", "[Model()]", "[Dense(1)]", "[Dense]", "[Dropout(0.5f)]", "[BatchNormalization]",
        "Name = \"x\"", "new[] { 1, 0 }", "#if X", "//", "\"", "'", "{", "}", "[", "]", "(", ")", ",", ";", "\\u0041", "\0", "é",
    ];

    private static readonly string[] Numbers = ["0", "1", "2", "3", "0.5f", "-0.25f", "1 + 2", "int.MaxValue", "float.NaN", "default"];

    private static readonly string[] Strings = ["null", "\"\"", "\"class\"", "\"hidden\"", "\"Dense\"", "\"Dense1\"", "\"seed\"", "\"M\"", "nameof(M)"];

    /// <summary>One to three changes: of attributes and their arguments, which often leave valid code, of tokens or of characters.</summary>
    public static string Of(string source, Random random)
    {
        bool isMild = random.Next(2) == 0;
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            source = isMild ? OfAttributes(source, random)
                : random.Next(4) == 0 ? OfCharacters(source, random)
                : OfTokens(source, random);
        }

        return source;
    }

    private static string OfAttributes(string source, Random random)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        SyntaxNode[] nodes = [.. root.DescendantNodes().Where(static node => node is AttributeListSyntax or LiteralExpressionSyntax)];
        if (nodes.Length < 2)
        {
            return source;
        }

        SyntaxNode node = nodes[random.Next(nodes.Length)];
        if (node is LiteralExpressionSyntax literal)
        {
            string[] words = literal.IsKind(SyntaxKind.StringLiteralExpression) ? Strings : Numbers;
            return source[..node.SpanStart] + words[random.Next(words.Length)] + source[node.Span.End..];
        }

        SyntaxNode[] lists = [.. nodes.OfType<AttributeListSyntax>()];
        string other = lists[random.Next(lists.Length)].ToString();
        string replacement = random.Next(3) switch
        {
            0 => "",
            1 => other,
            _ => $"{node}\n{other}",
        };
        return source[..node.SpanStart] + replacement + source[node.Span.End..];
    }

    private static string OfTokens(string source, Random random)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0)];
        if (tokens.Length < 2)
        {
            return source;
        }

        int index = random.Next(tokens.Length - 1);
        SyntaxToken first = tokens[index], second = tokens[random.Next(index + 1, tokens.Length)];
        string between = source[first.Span.End..second.SpanStart];
        (string left, string right) = random.Next(5) switch
        {
            0 => ("", second.Text),
            1 => ($"{first.Text} {first.Text}", second.Text),
            2 => (second.Text, first.Text),
            3 => (Words[random.Next(Words.Length)], second.Text),
            _ => ($"{first.Text} {Words[random.Next(Words.Length)]}", second.Text),
        };
        return source[..first.SpanStart] + left + between + right + source[second.Span.End..];
    }

    private static string OfCharacters(string source, Random random)
    {
        if (source.Length == 0)
        {
            return source;
        }

        int index = random.Next(source.Length), length = Math.Min(random.Next(1, 4), source.Length - index);
        return random.Next(3) switch
        {
            0 => source.Remove(index, length),
            1 => source.Insert(index, source.Substring(random.Next(source.Length - length + 1), length)),
            _ => source[..index],
        };
    }
}
