using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Reading;

/// <summary>Finds the places of an attribute and of its arguments by the parameters' and properties' names.</summary>
internal static class AttributeLocator
{
    public static LayerLocations Locate(AttributeSyntax syntax, AttributeData attribute)
    {
        List<ArgumentLocation> arguments = [];
        int position = 0;
        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList?.Arguments ?? default)
        {
            string? name = argument.NameEquals?.Name.Identifier.ValueText
                ?? argument.NameColon?.Name.Identifier.ValueText
                ?? ParameterName(attribute, position);
            position++;
            if (name is not null)
            {
                arguments.Add(new(name, LocationInfo.Of(argument.Expression)));
            }
        }

        return new(LocationInfo.Of(syntax), [.. arguments]);
    }

    private static string? ParameterName(AttributeData attribute, int position)
    {
        if (attribute.AttributeConstructor?.Parameters is not { Length: > 0 } parameters)
        {
            return null;
        }

        int last = parameters.Length - 1;
        return position <= last ? parameters[position].Name
            : parameters[last].IsParams ? ArgumentLocation.ElementName(parameters[last].Name, position - last)
            : null;
    }
}
