using Microsoft.CodeAnalysis;

namespace Overfit.Generator.Diagnostics;

/// <summary>Everything the generator reports. OVF1xxx: declaration; OVF2xxx: shapes; OVF3xxx: meaning. One page each in docs/diagnostics.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "OVF1001", "A model must be partial", "Class '{0}' has [Model] but is not partial; write 'partial class {0}'");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error(
        "OVF1002", "Types around a model must be partial", "Model '{0}' stands inside '{1}', which is not partial; make '{1}' partial");

    public static readonly DiagnosticDescriptor NotPlainClass = Error(
        "OVF1003", "A model must be a plain class", "Model '{0}' {1}; {2}");

    public static readonly DiagnosticDescriptor NoLayers = Error(
        "OVF1004", "A model must have layers", "Model '{0}' has no layers; add at least one, such as [Dense(1)], below [Model]");

    public static readonly DiagnosticDescriptor LayersOnSeveralDeclarations = Error(
        "OVF1005",
        "All layers must stand on one declaration",
        "This layer stands on another declaration of '{0}' than [Model], so its place among the layers is undefined; move it below [Model]");

    public static readonly DiagnosticDescriptor LayerWithoutModel = Error(
        "OVF1006", "A layer needs a model", "[{0}] has no effect on '{1}', which has no [Model]; add [Model(features)] above the layers");

    public static readonly DiagnosticDescriptor ArgumentOutOfRange = Error(
        "OVF1007", "An argument is out of range", "{0} is {1}; it must be {2}");

    public static readonly DiagnosticDescriptor InvalidLayerName = Error(
        "OVF1008", "A layer's name must be free to be a member's name", "Layer name '{0}' {1}; {2}");

    public static readonly DiagnosticDescriptor DuplicateLayerName = Error(
        "OVF1009", "Layer names must be unique", "Layers {0} and {1} are both named '{2}'; give one of them another Name");

    public static readonly DiagnosticDescriptor MemberOfEveryModel = Error(
        "OVF1010", "A member is one that every model has", "Model '{0}' has a member '{1}', which is emitted for every model; rename or remove it");

    public static readonly DiagnosticDescriptor ConstructorWithoutLayers = Error(
        "OVF1011",
        "A constructor must make the layers",
        "Constructor '{0}' makes no layers; have it call the emitted one that does, such as ': this(seed: 0)'");

    public static readonly DiagnosticDescriptor NeedsVector = Error(
        "OVF2001", "A layer cannot take this shape", "Layer {0} \"{1}\" receives {2}; {3} needs a vector. Declare the input as [Model({4})].");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "OVF2002", "A model is too large", "{0} brings the model to more than {1} floats, the most that one block holds; use fewer units or features");

    public static readonly DiagnosticDescriptor ActivationAfterSoftmax = Error(
        "OVF3001", "An activation follows Softmax", "Layer {0} applies {1} to the probabilities of Softmax, which are no longer a distribution then; remove one of the two");

    public static readonly DiagnosticDescriptor DropoutLast = Error(
        "OVF3002", "Dropout is the last layer", "Layer {0} \"Dropout\" is the last one, so training would drop outputs; move it in front of the last layer or remove it");

    public static readonly DiagnosticDescriptor SoftmaxOfOne = Error(
        "OVF3003", "Softmax of one unit", "Layer {0} \"{1}\" applies Softmax to one unit, which is always 1; use Sigmoid, or one unit for each class");

    public static readonly DiagnosticDescriptor NothingToTrain = Error(
        "OVF3004", "A model has nothing to train", "No layer of model '{0}' has parameters; add one that has, such as [Dense(1)]");

    public static readonly DiagnosticDescriptor[] All =
    [
        NotPartial, ContainingTypeNotPartial, NotPlainClass, NoLayers, LayersOnSeveralDeclarations, LayerWithoutModel,
        ArgumentOutOfRange, InvalidLayerName, DuplicateLayerName, MemberOfEveryModel, ConstructorWithoutLayers, NeedsVector, TooLarge,
        ActivationAfterSoftmax, DropoutLast, SoftmaxOfOne, NothingToTrain,
    ];

    public static DiagnosticDescriptor ById(string id) => Array.Find(All, descriptor => descriptor.Id == id)!;

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id,
        title,
        message,
        "Overfit",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: $"See docs/diagnostics/{id}.md.");
}
