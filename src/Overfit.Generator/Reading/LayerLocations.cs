using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>Where an attribute and its arguments stand.</summary>
internal sealed record LayerLocations(LocationInfo Attribute, EquatableArray<ArgumentLocation> Arguments)
{
    /// <summary>
    /// Where an argument stands: an element of an array without a place of its own at the array, an argument that is not
    /// written at the attribute.
    /// </summary>
    public LocationInfo Of(string? argument) => Find(argument) ?? Find(argument?.Split('[')[0]) ?? Attribute;

    private LocationInfo? Find(string? argument)
    {
        foreach (ArgumentLocation candidate in Arguments)
        {
            if (candidate.Name == argument)
            {
                return candidate.Location;
            }
        }

        return null;
    }
}

/// <summary>Where one argument's expression stands.</summary>
/// <param name="Name">Of the parameter or property; behind the first one that a params array collects, with an index.</param>
/// <param name="Location">Of the expression.</param>
internal sealed record ArgumentLocation(string Name, LocationInfo Location)
{
    public static string ElementName(string parameter, int element) => element == 0 ? parameter : $"{parameter}[{element}]";
}
