// Trains 200 seeds of four models like an ordinary user and compares the distribution of the final data losses with that of
// 200 seeds of real Keras (keras-seeds.csv). Exit code 1 where a difference is significant at 1 %.
using System.Globalization;
using KerasSeeds;
using Overfit;

const int Seeds = 200;
const double Significance = 0.01;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

string[][] points = Rows("points.csv");
Dataset training = Part("train"), validation = Part("validation");
ILookup<string, string[]> keras = Rows("keras-seeds.csv").ToLookup(row => row[0]);

Console.WriteLine("| model | data loss | Overfit, mean +- sd | Keras, mean +- sd | distance D | p |");
Console.WriteLine("|---|---|---|---|---|---|");
bool agrees = Compare<PlainRegressor>("plain")
    & Compare<RegularizedRegressor>("regularized")
    & Compare<NormalizedRegressor>("batch_norm")
    & Compare<DroppedRegressor>("dropout");
return agrees ? 0 : 1;

bool Compare<TModel>(string name)
    where TModel : class, IModel<TModel>
{
    Evaluation[] trained = new Evaluation[Seeds];
    Parallel.For(0, Seeds, seed =>
    {
        TModel model = TModel.Create(seed);
        TrainingOptions options = new() { Epochs = 200, Validation = validation, EvaluationFrequency = 200, Seed = seed };
        trained[seed] = new Trainer(new MeanSquaredError(), new Adam()).Fit(model, training, options).Final;
    });
    return Row(name, "training", [.. trained.Select(run => run.Training.DataLoss)], column: 4)
        & Row(name, "validation", [.. trained.Select(run => run.Validation!.DataLoss)], column: 5);
}

bool Row(string name, string part, double[] ours, int column)
{
    double[] theirs = [.. keras[name].Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];
    KolmogorovSmirnov test = KolmogorovSmirnov.Test(ours, theirs);
    Console.WriteLine($"| {name} | {part} | {Words(ours)} | {Words(theirs)} | {test.Distance:0.000} | {test.P:0.000} |");
    return test.P > Significance;
}

static string Words(double[] values)
{
    double mean = values.Average();
    double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    return $"{mean:0.000} +- {deviation:0.000}";
}

Dataset Part(string set)
{
    string[][] part = [.. points.Where(row => row[1] == set).OrderBy(row => int.Parse(row[0], CultureInfo.InvariantCulture))];
    return Dataset.From(
        [.. part.Select(row => double.Parse(row[2], CultureInfo.InvariantCulture))],
        part.Select(row => double.Parse(row[3], CultureInfo.InvariantCulture)).ToArray());
}

static string[][] Rows(string file) =>
    [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Skip(1).Select(line => line.Split(','))];
