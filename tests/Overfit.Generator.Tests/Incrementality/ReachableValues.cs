using System.Collections;
using System.Reflection;

namespace Overfit.Generator.Tests.Incrementality;

/// <summary>Everything that a value keeps alive, by reflection over fields.</summary>
internal static class ReachableValues
{
    public static HashSet<object> Of(object root)
    {
        HashSet<object> found = new(ReferenceEqualityComparer.Instance);
        Stack<object> pending = new([root]);
        while (pending.TryPop(out object? value))
        {
            if (!found.Add(value) || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || value is Type)
            {
                continue;
            }

            foreach (object? child in value is Array items ? Items(items) : Fields(value))
            {
                if (child is not null)
                {
                    pending.Push(child);
                }
            }
        }

        return found;
    }

    private static IEnumerable<object?> Items(IEnumerable items)
    {
        foreach (object? item in items)
        {
            yield return item;
        }
    }

    private static IEnumerable<object?> Fields(object value)
    {
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (FieldInfo field in type.GetFields(Own))
            {
                yield return field.GetValue(value);
            }
        }
    }
}
