using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>Where an attribute and its arguments stand.</summary>
internal sealed record LayerLocations(LocationInfo Attribute, EquatableArray<ArgumentLocation> Arguments)
{
    public LocationInfo Of(string? argument)
    {
        foreach (ArgumentLocation candidate in Arguments)
        {
            if (candidate.Name == argument)
            {
                return candidate.Location;
            }
        }

        return Attribute;
    }
}

/// <summary>Where one argument's expression stands.</summary>
internal sealed record ArgumentLocation(string Name, LocationInfo Location);
