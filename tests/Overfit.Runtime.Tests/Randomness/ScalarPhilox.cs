using System.Runtime.Intrinsics;

namespace Overfit.Tests;

/// <summary>Philox4x32-10 as its paper writes it, a counter at a time.</summary>
internal static class ScalarPhilox
{
    /// <summary>The four words that the key makes of a counter.</summary>
    public static Vector128<uint> Block(Vector128<uint> counter, uint key0, uint key1)
    {
        (uint c0, uint c1, uint c2, uint c3) = (counter[0], counter[1], counter[2], counter[3]);
        for (int round = 0; round < 10; round++)
        {
            ulong product0 = 0xD2511F53UL * c0;
            ulong product1 = 0xCD9E8D57UL * c2;
            (c0, c1) = ((uint)(product1 >> 32) ^ c1 ^ key0, (uint)product1);
            (c2, c3) = ((uint)(product0 >> 32) ^ c3 ^ key1, (uint)product0);
            key0 += 0x9E3779B9;
            key1 += 0xBB67AE85;
        }

        return Vector128.Create(c0, c1, c2, c3);
    }
}
