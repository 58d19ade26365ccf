using System.Reflection;

namespace Overfit.Bits.Tests;

/// <summary>Everything that the library can train occurs among the trainings, so that nothing new is forgotten.</summary>
public sealed class CompletenessTests
{
    /// <summary>The layers as they are written on the models.</summary>
    private static readonly CustomAttributeData[] Layers =
    [
        .. Models.SelectMany(model => model.GetCustomAttributesData()).Where(data => IsA<LayerAttribute>(data.AttributeType)),
    ];

    private static IEnumerable<Type> Models =>
        typeof(Trial).Assembly.GetTypes().Where(type => type.IsDefined(typeof(ModelAttribute)));

    [Fact]
    public void EveryModelIsTrainedWithEveryOptimizerAndEveryLossThatFits()
    {
        Assert.Equal(
            Models.Select(model => model.Name).Order(), Trials.All.Select(trial => trial.Model).Distinct().Order());
        Assert.All(
            Trials.All.GroupBy(trial => (trial.Model, trial.Loss)),
            group => Assert.Equal(Optimizers.All.Select(optimizer => optimizer.Name), group.Select(trial => trial.Optimizer)));
        Assert.All(Trials.All.GroupBy(trial => trial.Model), group => Assert.True(group.DistinctBy(trial => trial.Loss).Count() >= 3));
    }

    [Fact]
    public void EveryLayerOccurs() =>
        Assert.Empty(Kinds<LayerAttribute>().Except(Layers.Select(layer => layer.AttributeType)));

    [Fact]
    public void EveryActivationOccursBehindAProductAndByItself()
    {
        Assert.Empty(Enum.GetValues<Activation>().Except(Arguments<DenseAttribute, Activation>()));
        Assert.Empty(Enum.GetValues<Activation>().Except(Arguments<ActivateAttribute, Activation>()));
    }

    [Fact]
    public void EveryInitializerOccurs() =>
        Assert.Empty(Enum.GetValues<Initializer>().Except([.. Arguments<DenseAttribute, Initializer>(), Initializer.GlorotUniform]));

    /// <summary>What a layer can be told, such as a penalty or to do without bias, is told somewhere.</summary>
    [Fact]
    public void EverySettingOfEveryLayerOccurs() => Assert.All(Kinds<LayerAttribute>(), kind => Assert.Empty(
        kind.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite)
            .Select(property => property.Name)
            .Except(Layers
                .Where(layer => layer.AttributeType == kind)
                .SelectMany(layer => layer.NamedArguments)
                .Select(argument => argument.MemberName))));

    [Fact]
    public void EveryOptimizerOccurs() => AssertComplete([.. Optimizers.All.Select(optimizer => optimizer.Optimizer)]);

    [Fact]
    public void EveryLossOccurs()
    {
        AssertComplete(Losses.All);
        Assert.Empty(Losses.All.Except(Trials.All.Select(trial => trial.Loss)));
    }

    /// <summary>Each of the library's classes of a kind is there, and each of its switches is on somewhere.</summary>
    private static void AssertComplete<T>(IReadOnlyCollection<T> all)
        where T : class
    {
        Assert.NotEmpty(Kinds<T>());
        Assert.All(Kinds<T>(), kind =>
        {
            T[] instances = [.. all.Where(instance => instance.GetType() == kind)];
            Assert.NotEmpty(instances);
            Assert.All(
                kind.GetProperties().Where(property => property.PropertyType == typeof(bool)),
                property => Assert.Contains(instances, instance => property.GetValue(instance) is true));
        });
    }

    /// <summary>The library's own classes of a kind.</summary>
    private static IEnumerable<Type> Kinds<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => !type.IsAbstract && IsA<T>(type));

    private static bool IsA<T>(Type type) => type.IsSubclassOf(typeof(T));

    /// <summary>The values of an enumeration that a kind of layer is given, in whatever argument.</summary>
    private static IEnumerable<T> Arguments<TLayer, T>()
        where T : struct, Enum =>
        Layers
            .Where(layer => layer.AttributeType == typeof(TLayer))
            .SelectMany(layer => layer.ConstructorArguments.Concat(layer.NamedArguments.Select(named => named.TypedValue)))
            .Where(argument => argument.ArgumentType == typeof(T))
            .Select(argument => (T)Enum.ToObject(typeof(T), argument.Value!));
}
