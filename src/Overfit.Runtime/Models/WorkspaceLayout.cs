namespace Overfit;

/// <summary>How many floats a model needs beside its parameters while it computes.</summary>
/// <param name="Fixed">Floats that training needs whatever the number of rows: transposed kernels, batch statistics.</param>
/// <param name="InferencePerRow">Floats per row for a forward pass.</param>
/// <param name="TrainingPerRow">Floats per row for a forward and a backward pass; includes those of inference.</param>
public readonly record struct WorkspaceLayout(int Fixed, int InferencePerRow, int TrainingPerRow);
