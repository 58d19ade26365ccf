using System.Globalization;
using Microsoft.CodeAnalysis;
using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>
/// The arguments of one attribute, checked while they are read. An argument that is not there yet because it is being
/// typed is not a problem here: the compiler says so itself. Then <see cref="IsComplete"/> is false.
/// </summary>
internal sealed class AttributeArguments(AttributeData attribute, int layer, List<Problem> problems)
{
    public bool IsComplete { get; private set; } = true;

    public int PositiveInteger(int position, string name)
    {
        int value = Positional<int>(position);
        if (IsComplete && value < 1)
        {
            Report(name, value.ToString(CultureInfo.InvariantCulture), "an integer of at least 1");
        }

        return value;
    }

    public EquatableArray<int> PositiveIntegers(int position, string name)
    {
        TypedConstant argument = At(position);
        if (argument.Kind != TypedConstantKind.Array)
        {
            IsComplete = false;
            return [];
        }

        if (argument.IsNull || argument.Values.IsEmpty)
        {
            const string Expected = "the number of features of one input row, such as [Model(1)]";
            Report(name, argument.IsNull ? "null" : "empty", Expected);
            return [];
        }

        List<int> values = [];
        foreach (TypedConstant item in argument.Values)
        {
            if (item.Value is not int value)
            {
                IsComplete = false;
                return [];
            }

            if (value < 1)
            {
                string shown = argument.Values.Length > 1 ? $"{name}[{values.Count}]" : name;
                Report(
                    ArgumentLocation.ElementName(name, values.Count),
                    shown,
                    value.ToString(CultureInfo.InvariantCulture),
                    "an integer of at least 1");
            }

            values.Add(value);
        }

        return [.. values];
    }

    /// <summary>A number in [0, 1) given by position.</summary>
    public float Fraction(int position, string name) => CheckFraction(name, Positional<float>(position));

    /// <summary>A number in [0, 1) given by name.</summary>
    public float Fraction(string name, float otherwise) => CheckFraction(name, Named(name, otherwise));

    public float Strength(string name)
    {
        float value = Named(name, 0f);
        if (!(value >= 0) || float.IsInfinity(value))
        {
            Report(name, Written(value), "a finite number of at least 0");
        }

        return value;
    }

    public float PositiveNumber(string name, float otherwise)
    {
        float value = Named(name, otherwise);
        if (!(value > 0) || float.IsInfinity(value))
        {
            Report(name, Written(value), "a finite number greater than 0");
        }

        return value;
    }

    public bool Flag(string name, bool otherwise) => Named(name, otherwise);

    public string? Text(string name) => Named<string?>(name, null);

    public ActivationFunction Activation(int position, string name) =>
        ActivationFunction.Find(Member(At(position), name)) ?? ActivationFunction.Linear;

    public string Member(string name, string otherwise)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return Member(argument.Value, name);
            }
        }

        return otherwise;
    }

    /// <summary>The name of an enumeration's member.</summary>
    private string Member(TypedConstant argument, string name)
    {
        if (argument.Kind != TypedConstantKind.Enum || argument.Value is null)
        {
            IsComplete = false;
            return "";
        }

        foreach (ISymbol member in argument.Type!.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, argument.Value))
            {
                return field.Name;
            }
        }

        Report(name, Convert.ToString(argument.Value, CultureInfo.InvariantCulture), $"a member of {argument.Type.Name}");
        IsComplete = false;
        return "";
    }

    private float CheckFraction(string name, float value)
    {
        if (IsComplete && !(value >= 0 && value < 1))
        {
            Report(name, Written(value), "at least 0 and less than 1");
        }

        return value;
    }

    private T Positional<T>(int position)
    {
        if (At(position) is { Kind: TypedConstantKind.Primitive, Value: T value })
        {
            return value;
        }

        IsComplete = false;
        return default!;
    }

    private T Named<T>(string name, T otherwise)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                if (argument.Value is { Kind: TypedConstantKind.Primitive, Value: T value })
                {
                    return value;
                }

                IsComplete &= argument.Value is { Kind: TypedConstantKind.Primitive, IsNull: true };
                return otherwise;
            }
        }

        return otherwise;
    }

    private TypedConstant At(int position) =>
        position < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[position] : default;

    private void Report(string name, string received, string expected) => Report(name, name, received, expected);

    private void Report(string place, string name, string received, string expected) =>
        problems.Add(new(Descriptors.ArgumentOutOfRange.Id, layer, place, [name, received, expected]));

    private static string Written(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}
