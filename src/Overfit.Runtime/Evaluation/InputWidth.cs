namespace Overfit;

/// <summary>Refuses data whose rows are not the model's.</summary>
internal static class InputWidth
{
    /// <param name="model">The model.</param>
    /// <param name="data">The data.</param>
    /// <param name="part">What the data are called in the refusal, such as <c>training part</c>.</param>
    /// <exception cref="ArgumentException">The data have another number of features than the model takes.</exception>
    public static void Require(ModelDescription model, Dataset data, string part)
    {
        if (data.FeatureCount != model.InputWidth)
        {
            throw new ArgumentException(
                $"The {part} has {data.FeatureCount} feature{(data.FeatureCount == 1 ? "" : "s")} a row, but {model.Name} takes " +
                $"{model.InputWidth}. Choose other columns or declare [Model({data.FeatureCount})].");
        }
    }
}
