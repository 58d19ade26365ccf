namespace Overfit.Bits;

/// <summary>Every optimizer and each of its variants that computes something else.</summary>
internal static class Optimizers
{
    /// <summary>Lets Adam's second moment fall again within a few steps, so that its largest is another.</summary>
    private const double ShortMemory = 0.5;

    public static (string Name, Optimizer Optimizer)[] All { get; } =
    [
        ("SGD", new Sgd()),
        ("momentum", new Sgd { Momentum = 0.9 }),
        ("Nesterov", new Sgd { Momentum = 0.9, Nesterov = true }),
        ("RMSprop", new RmsProp()),
        ("RMSprop with momentum", new RmsProp { Momentum = 0.5 }),
        ("centered RMSprop", new RmsProp { Centered = true }),
        ("centered RMSprop with momentum", new RmsProp { Momentum = 0.5, Centered = true }),
        ("Adam", new Adam()),
        ("AMSGrad", new Adam { AmsGrad = true, Beta2 = ShortMemory }),
        ("AdamW", new AdamW()),
        ("AdamW with AMSGrad", new AdamW { AmsGrad = true, Beta2 = ShortMemory }),
    ];
}
