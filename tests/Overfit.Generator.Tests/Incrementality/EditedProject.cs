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

        enum Size { Large = 8 }
        """";

    private const string Base = "class Base { protected Base() { } }";

    private const string Erroneous = "[Model(1)] [Dense(0)] partial class Erroneous;";

    private const string Part = "partial class Erroneous { public Erroneous(string text) { } }";

    private const string Orphan = "class Orphan { [Dense(1)] class Inner { int Number() => 1; } }";

    public static readonly string[] Files = [Model, Sizes, Base, Erroneous, Part, Orphan];
}
