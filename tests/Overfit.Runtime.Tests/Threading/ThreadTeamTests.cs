using Overfit.Kernels;

namespace Overfit.Tests.Threading;

public sealed class ThreadTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void EveryPartIsDoneOnceInEveryRound(int threads)
    {
        using ThreadTeam team = new(threads);
        CountingWork work = team.Work<CountingWork>();
        for (int round = 1; round <= 1000; round++)
        {
            work.Done = new int[threads];
            team.Run(work);
            Assert.All(work.Done, done => Assert.Equal(1, done));
        }
    }

    [Fact]
    public void AThreadThatSleepsIsWoken()
    {
        using ThreadTeam team = new(3);
        CountingWork work = team.Work<CountingWork>();
        for (int round = 0; round < 5; round++)
        {
            // Far longer than a thread looks for work.
            Thread.Sleep(50);
            work.Done = new int[3];
            team.Run(work);
            Assert.Equal([1, 1, 1], work.Done);
        }
    }

    [Fact]
    public void AFailureReachesWhoAskedForTheWork()
    {
        using ThreadTeam team = new(2);
        FailingWork work = team.Work<FailingWork>();
        Assert.Equal("part 1", Assert.Throws<InvalidOperationException>(() => team.Run(work)).Message);

        // ... once, and the team works on.
        CountingWork counting = team.Work<CountingWork>();
        counting.Done = new int[2];
        team.Run(counting);
        Assert.Equal([1, 1], counting.Done);
    }

    [Fact]
    public void ATeamNeedsAThread() => Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadTeam(0));

    [Fact]
    public void PartsCoverTheRowsWithoutOverlap()
    {
        foreach ((int length, int group, int parts) in new[] { (128, 4, 2), (13, 4, 3), (1, 4, 2), (784, 4, 3), (int.MaxValue, 16, 7) })
        {
            int next = 0;
            for (int part = 0; part < parts; part++)
            {
                (int first, int end) = RangedWork.Range(length, group, part, parts);
                Assert.Equal(next, first);
                Assert.True(end == length || end % group == 0);
                next = end;
            }

            Assert.Equal(length, next);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void SharedProductsHaveTheSameBits(int threads)
    {
        // Large enough to be shared, the transposition too, and not a multiple of anything.
        const int M = 131, N = 221, K = 301;
        Random random = new(1);
        float[] a = Uniform(random, M * K), b = Uniform(random, K * N), bias = Uniform(random, N);
        float[] alone = new float[M * N], shared = new float[M * N];
        using ThreadTeam team = new(threads);
        DenseKernel.Forward<ReLU>(ThreadTeam.Alone, M, K, N, a, b, bias, alone);
        DenseKernel.Forward<ReLU>(team, M, K, N, a, b, bias, shared);
        Assert.Equal(alone, shared);

        float[] dKernelAlone = new float[K * N], dKernelShared = new float[K * N], dBias = new float[N], transposed = new float[K * N];
        DenseKernel.BackwardParameters(ThreadTeam.Alone, M, K, N, a, alone, dKernelAlone, dBias);
        DenseKernel.BackwardParameters(team, M, K, N, a, alone, dKernelShared, dBias);
        Assert.Equal(dKernelAlone, dKernelShared);

        float[] dxAlone = new float[M * K], dxShared = new float[M * K];
        DenseKernel.BackwardInputs<ReLU>(ThreadTeam.Alone, M, K, N, alone, b, transposed, a, dxAlone);
        DenseKernel.BackwardInputs<ReLU>(team, M, K, N, alone, b, transposed, a, dxShared);
        Assert.Equal(dxAlone, dxShared);
    }

    private static float[] Uniform(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() * 2) - 1)];

    private sealed class CountingWork : ParallelWork
    {
        public int[] Done { get; set; } = [];

        public override void Run(int part, int parts) => Interlocked.Increment(ref Done[part]);
    }

    private sealed class FailingWork : ParallelWork
    {
        public override void Run(int part, int parts)
        {
            if (part == 1)
            {
                throw new InvalidOperationException($"part {part}");
            }
        }
    }

    private sealed class RangedWork : ParallelWork
    {
        public static (int First, int End) Range(int length, int group, int part, int parts) => RangeOf(length, group, part, parts);

        public override void Run(int part, int parts) => throw new NotSupportedException();
    }
}
