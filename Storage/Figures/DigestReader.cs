using System.Buffers.Binary;
using System.Text;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Storage.Figures;

/// <summary>Reads what <see cref="DigestWriter"/> wrote, straight into tallies.</summary>
internal ref struct DigestReader
{
    /// <summary>Times that are handed on at one go.</summary>
    private const int Some = 64;

    private readonly ReadOnlySpan<byte> input;
    private int at;

    public DigestReader(ReadOnlySpan<byte> body)
    {
        input = body;
        if (body.IsEmpty || body[0] != DigestWriter.Version)
            throw new InvalidDataException("The store holds a digest of an unknown form.");
        at = 1;
    }

    /// <summary>The day's texts, and how many groups follow.</summary>
    public (string[] Texts, int Groups) Head()
    {
        var texts = new string[Number()];
        var groups = Number();
        for (var i = 0; i < texts.Length; i++)
        {
            var length = Number();
            texts[i] = Encoding.UTF8.GetString(input.Slice(at, length));
            at += length;
        }

        return (texts, groups);
    }

    /// <summary>The next group's key by the day's texts, and where the group ends.</summary>
    public (KeyNumbers Key, int End) Key()
    {
        var length = Number();
        var end = at + length;
        return (new KeyNumbers(Number(), Number(), Number(), Number(), Number(), Number()), end);
    }

    public void SkipTo(int end) => at = end;

    /// <summary>What the group holds behind its key.</summary>
    /// <param name="wanted">Times that are unpacked; the others are passed over.</param>
    public void AddTo(Tally tally, string[] strings, Timings wanted)
    {
        var counters = Number();
        foreach (var counter in DigestWriter.Counters)
        {
            if ((counters & (1 << (int)counter)) != 0)
                tally.Add(counter, Number());
        }

        foreach (var timing in DigestWriter.Timings)
            AddTimes(tally, timing, wanted.Has(timing));
        foreach (var clause in DigestWriter.Clauses)
            AddClause(tally, clause);
        for (var left = Number(); left > 0; left--)
            tally.AddReason(new RejectedFor((RejectionFamily)Number(), strings[Number()]), Number());
        for (var left = Number(); left > 0; left--)
            tally.AddLossReason(strings[Number()], Number());
        for (var left = Number(); left > 0; left--)
            tally.AddWon(strings[Number()], Decimal());
        for (var left = Number(); left > 0; left--)
            tally.AddPipeline(strings[Number()], Decimal());
    }

    private void AddTimes(Tally tally, Timing timing, bool wanted)
    {
        var left = Number();
        if (!wanted)
        {
            Varint.Skip(input, ref at, left);
            return;
        }

        Span<int> some = stackalloc int[Some];
        var seconds = 0;
        while (left > 0)
        {
            var now = some[..Math.Min(left, Some)];
            for (var i = 0; i < now.Length; i++)
                now[i] = seconds += Number();
            tally.AddSeconds(timing, now);
            left -= now.Length;
        }
    }

    private void AddClause(Tally tally, Clause clause)
    {
        tally.AddKept(clause, Number(), Number());
        var due = 0L;
        for (var left = Number(); left > 0; left--)
            tally.AddRunning(clause, due += Varint.Read(input, ref at));
    }

    private int Number() => (int)Varint.Read(input, ref at);

    private decimal Decimal()
    {
        ReadOnlySpan<int> parts = [Part(0), Part(1), Part(2), Part(3)];
        at += 16;
        return new decimal(parts);
    }

    private readonly int Part(int number) => BinaryPrimitives.ReadInt32LittleEndian(input[(at + (number * 4))..]);
}
