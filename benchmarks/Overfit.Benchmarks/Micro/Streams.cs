namespace Overfit.Benchmarks.Micro;

/// <summary>The arrays that a kernel walks, each as long as it has elements, each counted once however often it is walked.</summary>
/// <param name="Read">Arrays that are only read.</param>
/// <param name="Updated">Arrays that are read and written in place.</param>
/// <param name="Written">Arrays that are only written.</param>
internal readonly record struct Streams(int Read, int Updated, int Written)
{
    /// <summary>Bytes loaded and stored for one element.</summary>
    public int BytesPerElement => sizeof(float) * (Read + (2 * Updated) + Written);

    public int Arrays => Read + Updated + Written;
}
