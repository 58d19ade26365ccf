namespace Overfit.Generator.Tests.Incrementality;

/// <summary>A model that depends on other files in every way there is, and mistakes whose places are in several.</summary>
internal static class EditedProject
{
    private const string Model = "[Model(Sizes.In)] [Dense(Sizes.Units, Sizes.Function, Name = Sizes.Name)] partial class M : Base;";

    private const string Sizes =
        """"
        class Sizes
        {
            public const int In = 2, Units = (int)Size.Large;
            public const Activation Function = Activation.Tanh;
            public const string Name = $"""
                {Prefix}Hidden
                """, Prefix = nameof(M);
            private static int Count = 1;
            private int Sum() { return 1; }
            private int Total => 1;
        }
        """";

    private const string Size = "enum Size { Large = 8 }";

    private const string Base = "class Base : Root { protected Base() { } }";

    private const string Root = "class Root;";

    private const string Erroneous = "[Model(1)] [Dense(0)] partial class Erroneous;";

    private const string Part = "partial class Erroneous { public Erroneous(string text) { } }";

    private const string Orphan = "class Orphan { [Dense(1)] class Inner { int Number() => 1; } }";

    private const string Aliases = "global using static Far; global using F = Overfit.DenseAttribute;";

    private const string Far = "class Far { public const int Distant = 3; }";

    private const string Aliased = "[Model(1)] [F(Distant)] partial class Aliased;";

    /// <summary>What nothing of the above depends on.</summary>
    private const string Service =
        """
        using System.Text;

        namespace Services
        {
            delegate void Handler(int number);

            class Service
            {
                private readonly Dictionary<string, double> _values = [];
                public const int Rows = 3;

                public double Total(double least)
                {
                    double sum = 0;
                    foreach (double value in _values.Values) { if (value > least + 1) { sum += value * 2; } }
                    return sum + Rows;
                }

                public void Add(string name, double value) { _values[name] = value + 0.5; Total(1 + 2 + 3 + 4); }
            }

            enum Kind { Small = 4 }
        }
        """;

    public static readonly string[] Files = [Model, Sizes, Size, Base, Root, Erroneous, Part, Orphan, Aliases, Far, Aliased, Service];

    public static int IndexOf(string declaration) =>
        Array.FindIndex(Files, text => text.Contains(declaration, StringComparison.Ordinal));
}
