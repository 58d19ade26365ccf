namespace Overfit.Kernels;

/// <summary>How many columns a tile of a matrix product covers: one or two registers, the last one full or partly used.</summary>
internal interface IPanel;

/// <summary>Two registers.</summary>
internal readonly struct FullPair : IPanel;

/// <summary>Two registers, the second one partly used.</summary>
internal readonly struct PartialPair : IPanel;

/// <summary>One register, full or partly used.</summary>
internal readonly struct PartialSingle : IPanel;
