using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>Lets a list through if none of its elements is missing.</summary>
internal static class Elements
{
    /// <summary>A copy, which later changes of the list do not reach.</summary>
    public static IReadOnlyList<T> NotNull<T>(IReadOnlyList<T> list, [CallerMemberName] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(list, name);
        for (int i = 0; i < list.Count; i++)
        {
            ArgumentNullException.ThrowIfNull(list[i], $"{name}[{i}]");
        }

        return [.. list];
    }
}
