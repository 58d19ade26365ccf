using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Overfit.Tests.Models;

public sealed class BlockTests
{
    [Fact]
    public void BlocksStartAtACacheLineAndStayThere()
    {
        List<(Block Block, nint Address)> blocks = [];
        foreach (int length in Enumerable.Range(1, 200).Concat([1000, 30_000]))
        {
            Block block = new(length);
            Assert.Equal(length, block.Span.Length);
            Assert.Equal(0, AddressOf(block) % 64);
            Assert.All(block.Span.ToArray(), value => Assert.Equal(0, value));
            blocks.Add((block, AddressOf(block)));
        }

        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.All(blocks, entry => Assert.Equal(entry.Address, AddressOf(entry.Block)));
    }

    [Fact]
    public void ACopyIsOnItsOwn()
    {
        Block block = new(3);
        block.Span[1] = 5;
        Block copy = block.Copy();
        block.Span[1] = 6;
        Assert.Equal([0, 5, 0], copy.Span.ToArray());
    }

    [Fact]
    public void RangesAreWithinTheBlock()
    {
        Block block = new(10);
        Assert.Equal(3, block.Slice(7, 3).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => block.Slice(8, 3).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Block(-1));
        Assert.True(new Block(0).Span.IsEmpty);
    }

    [Fact]
    public void EverySlotOfAWorkspaceStartsAtACacheLine()
    {
        foreach (int rows in new[] { 1, 7, 16, 33 })
        {
            Workspace workspace = Workspace.ForTraining<NormalizedDroppingNet>(rows);
            Assert.InRange(workspace.Capacity, rows, rows + 15);
            foreach (LayerDescription layer in LayersOf<NormalizedDroppingNet>().Where(layer => layer.OutputSlot >= 0))
            {
                Assert.Equal(0, AddressOf(workspace.Slot(layer.OutputSlot, rows, layer.OutputShape.Length)) % 64);
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Workspace.ForInference<LineNet>(0));
    }

    private static IEnumerable<LayerDescription> LayersOf<TModel>()
        where TModel : class, IModel<TModel> => TModel.Description.Layers;

    private static nint AddressOf(Block block) => AddressOf(block.Span);

    private static unsafe nint AddressOf(Span<float> span) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span));
}
