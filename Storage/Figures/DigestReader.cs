using System.Buffers.Binary;
using System.Text;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Storage.Figures;

/// <summary>Reads what <see cref="DigestWriter"/> wrote, straight into tallies.</summary>
internal ref struct DigestReader
{
    private readonly ReadOnlySpan<byte> input;
    private int at;

    public DigestReader(ReadOnlySpan<byte> body)
    {
        input = body;
        if (body.IsEmpty || body[0] != DigestWriter.Version)
            throw new InvalidDataException("The store holds a digest of an unknown form.");
        at = 1;
    }

    public void AddTo(Func<GroupKey, Tally?> tallyOf)
    {
        var strings = new string[Number()];
        var groups = Number();
        for (var i = 0; i < strings.Length; i++)
        {
            var length = Number();
            strings[i] = Encoding.UTF8.GetString(input.Slice(at, length));
            at += length;
        }

        for (var i = 0; i < groups; i++)
        {
            var length = Number();
            var end = at + length;
            var key = new GroupKey(strings[Number()], strings[Number()], strings[Number()], strings[Number()], strings[Number()], Number());
            if (tallyOf(key) is { } tally)
                Add(tally, strings);
            at = end;
        }
    }

    private void Add(Tally tally, string[] strings)
    {
        var counters = Number();
        foreach (var counter in DigestWriter.Counters)
        {
            if ((counters & (1 << (int)counter)) != 0)
                tally.Add(counter, Number());
        }

        foreach (var timing in DigestWriter.Timings)
            AddTimes(tally, timing);
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

    private void AddTimes(Tally tally, Timing timing)
    {
        var seconds = 0;
        for (var left = Number(); left > 0; left--)
            tally.AddSeconds(timing, seconds += Number());
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
