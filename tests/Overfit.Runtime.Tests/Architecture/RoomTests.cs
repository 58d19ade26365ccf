using System.Reflection;
using System.Runtime.CompilerServices;

namespace Overfit.Tests.Architecture;

/// <summary>A room (folder) uses only the rooms listed for it. Types are mapped to the folder whose file is named after them.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Vocabulary"] = [],
        ["Threading"] = [],
        ["Kernels"] = ["Randomness", "Threading"],
        ["Models"] = ["Vocabulary", "Randomness", "Evaluation", "Threading"],
        ["Randomness"] = ["Vocabulary", "Models"],
        ["Data"] = ["Randomness"],
        ["Selection"] = ["Data", "Randomness"],
        ["Losses"] = ["Vocabulary", "Models", "Kernels"],
        ["Metrics"] = ["Vocabulary", "Models", "Losses"],
        ["Optimizers"] = ["Models", "Kernels"],
        ["Evaluation"] = ["Models", "Data", "Losses", "Metrics", "Threading"],
        ["Training"] = ["Vocabulary", "Models", "Data", "Randomness", "Losses", "Metrics", "Optimizers", "Evaluation", "Persistence", "Threading"],
        ["Comparison"] = [],
        ["Persistence"] = ["Vocabulary", "Models"],
    };

    [Fact]
    public void EveryRoomUsesOnlyTheRoomsListedForIt()
    {
        Dictionary<string, string> rooms = Rooms();
        List<string> broken = [];
        foreach (Type type in typeof(Block).Assembly.GetTypes())
        {
            if (RoomOf(type, rooms) is not { } room)
            {
                continue;
            }

            foreach (string used in Uses(type).Select(used => RoomOf(used, rooms)).OfType<string>().Distinct())
            {
                if (used != room && !Allowed[room].Contains(used))
                {
                    broken.Add($"{room} uses {used} in {type.Name}");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void EveryRoomIsListed() =>
        Assert.Equal(Allowed.Keys.Order(), Rooms().Values.Distinct().Order());

    private static Dictionary<string, string> Rooms([CallerFilePath] string file = "")
    {
        string source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src", "Overfit.Runtime"));
        return Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Where(path => Path.GetDirectoryName(path) != source)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => Path.GetFileName(Path.GetDirectoryName(path)!));
    }

    private static string? RoomOf(Type type, Dictionary<string, string> rooms)
    {
        Type outermost = type;
        while (outermost.DeclaringType is { } outer)
        {
            outermost = outer;
        }

        return rooms.GetValueOrDefault(outermost.Name.Split('`')[0]);
    }

    /// <summary>The types in a type's bases, fields, signatures and local variables, and those whose members its code calls.</summary>
    private static HashSet<Type> Uses(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        HashSet<Type> uses = [];
        Add(uses, type.BaseType);
        foreach (Type parent in type.GetInterfaces())
        {
            Add(uses, parent);
        }

        foreach (FieldInfo field in type.GetFields(All))
        {
            Add(uses, field.FieldType);
        }

        foreach (MethodBase method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            foreach (ParameterInfo parameter in method.GetParameters())
            {
                Add(uses, parameter.ParameterType);
            }

            Add(uses, (method as MethodInfo)?.ReturnType);
            foreach (LocalVariableInfo local in method.GetMethodBody()?.LocalVariables ?? [])
            {
                Add(uses, local.LocalType);
            }

            foreach (Type called in Calls(method))
            {
                Add(uses, called);
            }
        }

        return uses;
    }

    /// <summary>Types whose members a method's code names: every four bytes that are a valid token of a member are taken for one.</summary>
    private static IEnumerable<Type> Calls(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[]? typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (int i = 1; i + 4 <= code.Length; i++)
        {
            // call, newobj, callvirt
            if (code[i - 1] is 0x28 or 0x73 or 0x6F)
            {
                MethodBase? called = null;
                try
                {
                    called = method.Module.ResolveMethod(BitConverter.ToInt32(code, i), typeArguments, methodArguments);
                }
                catch (ArgumentException)
                {
                    // The bytes were no token.
                }

                if (called?.DeclaringType is { } declaring)
                {
                    yield return declaring;
                }
            }
        }
    }

    private static void Add(HashSet<Type> uses, Type? type)
    {
        if (type is null)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(uses, type.GetElementType());
            return;
        }

        uses.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        foreach (Type argument in type.IsGenericType ? type.GetGenericArguments() : [])
        {
            Add(uses, argument);
        }
    }
}
