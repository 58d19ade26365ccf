namespace Overfit.Generator.Lowering;

/// <summary>A place in the workspace: [rows x width], and one of the same size for its gradient.</summary>
/// <param name="Name">What it holds, such as <c>Dense1Output</c>.</param>
/// <param name="Width">Floats in a row.</param>
/// <param name="Offset">Where it starts in its region, in floats per row.</param>
/// <param name="IsTrainingOnly">Whether only training needs it: it then stands in the region behind the others.</param>
/// <param name="GradientOffset">Where its gradient starts in the training region, in floats per row; -1 for none.</param>
/// <param name="GradientName">What the gradient's place is called; slots whose gradients are changed in place share it.</param>
/// <param name="Fused">
/// The activation applied when it is written. Its gradient slot then holds the gradient of the values in front of it.
/// </param>
internal sealed record Slot(string Name, int Width, int Offset, bool IsTrainingOnly, int GradientOffset, string GradientName, string Fused);
