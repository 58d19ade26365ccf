namespace Overfit.Benchmarks.Peers;

/// <summary>How the numbers were obtained, in words.</summary>
internal static class Legend
{
    public const string Text =
        """
        One thread unless the name says otherwise. All contenders of a workload take turns within one process: in each of 15
        rounds (7 for the many trainings) each one is built anew and called for about 24 ms, with the stack at four places of
        a cache line, of which a process gets one by chance. `median us` is the median over the rounds of the time of one call
        (of one of the many trainings, which one call does), `quartiles` are the lower and the upper one. Time is that in
        which the process had a core, so that other programs on the machine count little; where numbers of threads are
        compared, and on Windows, it is the time on the wall. Ratios are medians of the ratios within a round: `x unit` to the
        workload's unit (a hand-written step, "probe", or what the name says), `x first` to the workload's first contender.
        `GFLOP/s` counts the multiply-adds of the matrix products alone, each as two: rows x inputs x units per layer forward,
        the same for a kernel's gradient, the same for the gradient of a layer's inputs except the first layer's. `% of peak`
        is relative to a loop of independent multiply-adds in registers, timed in the same rounds. `B/call` is what a call
        allocates in managed memory on its thread.

        "probe" is a step written by hand for one network and 512-bit registers, without any generality: a unit, not a product.
        TorchSharp runs on one thread, its batches lie in memory as tensors; its Adam is the plain one, since TorchSharp 0.107
        has neither PyTorch's fused nor its foreach form. ONNX Runtime runs on one thread with inputs and outputs bound to
        memory once. Both compute with the parameters of Overfit's model, and their outputs of inference are held to Overfit's
        before they are timed.
        """;
}
