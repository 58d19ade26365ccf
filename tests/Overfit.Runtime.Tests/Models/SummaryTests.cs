namespace Overfit.Tests.Models;

/// <summary>The table of layers, to the letter; the counts are those of Keras's summary.</summary>
public sealed class SummaryTests
{
    [Fact]
    public void ThePlainNetHas4353Parameters()
    {
        using StringWriter output = new() { NewLine = "\n" };
        new PlainRegressor().Summary(output);
        Assert.Equal(
            """
            PlainRegressor, input [1]
            --------------------------------------
            Layer   Kind        Output  Parameters
            Dense1  Dense ReLU  [64]           128
            Dense2  Dense ReLU  [64]         4,160
            Dense3  Dense       [1]             65
            --------------------------------------
            4,353 parameters

            """,
            output.ToString());
    }

    [Fact]
    public void TheNormalizedNetHas4865ParametersOfWhich4609AreTrainable() =>
        Assert.Equal(
            """
            NormalizedRegressor, input [1]
            -----------------------------------------------------------
            Layer                Kind                Output  Parameters
            Dense1               Dense               [64]           128
            BatchNormalization1  BatchNormalization  [64]           256
            Activate1            Activate ReLU       [64]             0
            Dense2               Dense               [64]         4,160
            BatchNormalization2  BatchNormalization  [64]           256
            Activate2            Activate ReLU       [64]             0
            Dense3               Dense               [1]             65
            -----------------------------------------------------------
            4,865 parameters, 4,609 of them trainable
            """,
            DescriptionOf<NormalizedRegressor>().ToTable());

    [Fact]
    public void MovingStatisticsStandBehindWhatIsTrained()
    {
        ModelDescription description = DescriptionOf<NormalizedRegressor>();
        int next = 0;
        IEnumerable<TensorDescription> tensors = description.Layers.SelectMany(layer => layer.Tensors);
        foreach (TensorDescription tensor in tensors.OrderBy(tensor => !tensor.IsTrainable))
        {
            Assert.Equal(next, tensor.Offset);
            next += tensor.Length;
        }

        Assert.Equal(4865, next);
        Assert.Equal(4865, new NormalizedRegressor().Parameters.Length);
    }

    private static ModelDescription DescriptionOf<TModel>()
        where TModel : class, IModel<TModel> => TModel.Description;
}
