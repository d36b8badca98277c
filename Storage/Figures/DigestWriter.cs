using System.Buffers.Binary;
using System.Text;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Storage.Figures;

/// <summary>
/// Writes the groups of a day: a version byte, the table of strings, then the groups in the order of their keys, each with its length.
/// Everything is in a fixed order, so that equal days are equal byte for byte.
/// </summary>
internal sealed class DigestWriter
{
    /// <summary>The form of the body. Another number has every day counted anew.</summary>
    public const byte Version = 1;

    public static readonly Counter[] Counters = Enum.GetValues<Counter>();
    public static readonly Timing[] Timings = Enum.GetValues<Timing>();
    public static readonly Clause[] Clauses = Enum.GetValues<Clause>();

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<byte> strings = [];
    private List<byte> output = [];

    public static byte[] Write(Dictionary<GroupKey, Tally> groups) => new DigestWriter().WriteAll(groups);

    private byte[] WriteAll(Dictionary<GroupKey, Tally> groups)
    {
        var body = new List<byte>();
        foreach (var (key, tally) in groups.OrderBy(group => group.Key, GroupKeyOrder.Instance))
        {
            output = [];
            WriteKey(key);
            WriteTally(tally);
            Varint.Write(body, output.Count);
            body.AddRange(output);
        }

        var head = new List<byte> { Version };
        Varint.Write(head, numbers.Count);
        Varint.Write(head, groups.Count);
        return [.. head, .. strings, .. body];
    }

    private void WriteKey(GroupKey key)
    {
        Text(key.Rep);
        Text(key.Marketer);
        Text(key.Campaign);
        Text(key.Source);
        Text(key.Tier);
        Number(key.AgreementVersion);
    }

    private void WriteTally(Tally tally)
    {
        Number(Counters.Sum(counter => tally[counter] == 0 ? 0L : 1L << (int)counter));
        foreach (var counter in Counters.Where(counter => tally[counter] != 0))
            Number(tally[counter]);
        foreach (var timing in Timings)
            WriteSorted([.. tally.SecondsOf(timing).ToArray().Select(seconds => (long)seconds)]);
        foreach (var clause in Clauses)
        {
            Number(tally.Kept(clause));
            Number(tally.Late(clause));
            WriteSorted(tally.RunningDue(clause).ToArray());
        }

        WriteReasons(tally);
        WriteMoney(tally.Won);
        WriteMoney(tally.Pipeline);
    }

    private void WriteReasons(Tally tally)
    {
        Number(tally.Reasons.Count);
        foreach (var (reason, count) in tally.Reasons.OrderBy(reason => reason.Key.Family).ThenBy(reason => reason.Key.Code, StringComparer.Ordinal))
        {
            Number((int)reason.Family);
            Text(reason.Code);
            Number(count);
        }

        Number(tally.LossReasons.Count);
        foreach (var (reason, count) in tally.LossReasons.OrderBy(reason => reason.Key, StringComparer.Ordinal))
        {
            Text(reason);
            Number(count);
        }
    }

    private void WriteMoney(Dictionary<string, decimal> sums)
    {
        Number(sums.Count);
        Span<int> parts = stackalloc int[4];
        Span<byte> bytes = stackalloc byte[4];
        foreach (var (currency, sum) in sums.OrderBy(sum => sum.Key, StringComparer.Ordinal))
        {
            Text(currency);
            // Without trailing zeros, so that equal sums are equal bytes whatever was added in which order.
            _ = decimal.GetBits(sum / 1.000000000000000000000000000000000m, parts);
            foreach (var part in parts)
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes, part);
                output.AddRange(bytes);
            }
        }
    }

    private void WriteSorted(long[] values)
    {
        Array.Sort(values);
        Number(values.Length);
        var before = 0L;
        foreach (var value in values)
        {
            Number(value - before);
            before = value;
        }
    }

    private void Number(long value) => Varint.Write(output, value);

    private void Text(string text)
    {
        if (!numbers.TryGetValue(text, out var number))
        {
            number = numbers.Count;
            numbers[text] = number;
            var utf8 = Encoding.UTF8.GetBytes(text);
            Varint.Write(strings, utf8.Length);
            strings.AddRange(utf8);
        }

        Number(number);
    }
}
