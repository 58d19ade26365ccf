using System.Diagnostics;
using FashionMnist;
using Overfit.Benchmarks.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Overfit.Benchmarks.FashionMnist;

/// <summary>The loop of TorchSharp's tutorials: rows are shuffled anew each epoch and gathered for each step.</summary>
internal sealed class TorchLearner : ILearner
{
    public string Name => "TorchSharp";

    public void Learn(FashionData data, int seed, int epochs, Func<EpochResult, bool> goesOn)
    {
        using TorchNet net = TorchNet.Of(new ClothingClassifier(seed), endsWithLogits: true);
        using optim.Optimizer optimizer = net.CreateAdam();
        random.manual_seed(seed);
        using Tensor images = Images(data.Training), labels = Labels(data.Training);
        using Tensor testImages = Images(data.Test), testLabels = Labels(data.Test);

        EpochResult result;
        do
        {
            long began = Stopwatch.GetTimestamp();
            TrainEpoch(net, optimizer, images, labels);
            double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            result = new EpochResult(seconds, Accuracy(net, testImages, testLabels));
        }
        while (goesOn(result) && --epochs > 0);
    }

    private static void TrainEpoch(TorchNet net, optim.Optimizer optimizer, Tensor images, Tensor labels)
    {
        using DisposeScope epoch = NewDisposeScope();
        net.Module.train();
        foreach (Tensor rows in randperm(labels.shape[0]).split(ILearner.BatchSize))
        {
            using DisposeScope step = NewDisposeScope();
            optimizer.zero_grad();
            Tensor logits = net.Module.call(images.index_select(0, rows));
            nn.functional.cross_entropy(logits, labels.index_select(0, rows)).backward();
            optimizer.step();
        }
    }

    private static double Accuracy(TorchNet net, Tensor images, Tensor labels)
    {
        using IDisposable mode = inference_mode();
        using DisposeScope scope = NewDisposeScope();
        net.Module.eval();
        return net.Module.call(images).argmax(1).eq(labels).to_type(ScalarType.Float64).mean().ToDouble();
    }

    private static Tensor Images(Dataset part) => tensor(part.Features.ToArray(), part.Count, part.FeatureCount);

    private static Tensor Labels(Dataset part) => tensor(Array.ConvertAll(part.Targets.ToArray(), of => (long)of));
}
