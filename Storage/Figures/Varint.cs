using System.Buffers.Binary;
using System.Numerics;

namespace AlignmentBot.Storage.Figures;

/// <summary>Numbers of 0 or more in as few bytes as they need: seven bits each, the low ones first, the top bit set while more follow.</summary>
internal static class Varint
{
    private const int More = 0x80;
    private const ulong TopBits = 0x8080808080808080;

    public static void Write(List<byte> output, long value)
    {
        var rest = (ulong)value;
        while (rest >= More)
        {
            output.Add((byte)(rest | More));
            rest >>= 7;
        }

        output.Add((byte)rest);
    }

    /// <summary>Passes over so many numbers, eight bytes at a time where that many are there: the last byte of a number is one without its top bit.</summary>
    public static void Skip(ReadOnlySpan<byte> input, ref int at, int count)
    {
        while (count >= sizeof(ulong) && input.Length - at >= sizeof(ulong))
        {
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(input[at..]);
            count -= BitOperations.PopCount(~eight & TopBits);
            at += sizeof(ulong);
        }

        while (count > 0)
            count -= input[at++] < More ? 1 : 0;
    }

    public static long Read(ReadOnlySpan<byte> input, ref int at)
    {
        long first = input[at++];
        if (first < More)
            return first;

        var value = (ulong)(first & (More - 1));
        for (var shift = 7; ; shift += 7)
        {
            var next = input[at++];
            value |= (ulong)(next & (More - 1)) << shift;
            if (next < More)
                return (long)value;
        }
    }
}
