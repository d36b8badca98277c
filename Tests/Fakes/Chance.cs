namespace AlignmentBot.Tests.Fakes;

/// <summary>Chance that a seed repeats, the same in every version of the framework (xorshift).</summary>
public sealed class Chance(ulong seed)
{
    private ulong state = seed == 0 ? 1 : seed;

    /// <summary>A number from 0 up to, and not including, <paramref name="limit"/>.</summary>
    public int Next(int limit)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)((state >> 11) % (ulong)limit);
    }
}
