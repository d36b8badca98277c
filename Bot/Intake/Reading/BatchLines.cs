using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>Cuts a batch into lines while it comes in. Blank lines are counted, and left out.</summary>
public sealed class BatchLines(PipeReader reader)
{
    /// <summary>The most lines of a batch.</summary>
    public const int Limit = 10_000;

    private int number;
    private bool skipping;

    public async IAsyncEnumerable<BatchLine> Read([EnumeratorCancellation] CancellationToken ct)
    {
        long before = 0;
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var rest = read.Buffer;
            var whole = read.Buffer.Length;
            if (before + whole > RequestBody.BatchLimit)
            {
                reader.AdvanceTo(rest.End);
                yield return new BatchLine(number + 1, [], "The batch has more than 16 MB. From this line on nothing was read; send these lines as another batch.");
                yield break;
            }

            while (Cut(ref rest, read.IsCompleted) is { } line)
            {
                if (line is { Json.Length: 0, Fault: null })
                    continue;
                if (line.Number > Limit)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    yield return line with { Json = [], Fault = "The batch has more than 10,000 lines. From this line on nothing was read; send these lines as another batch." };
                    yield break;
                }

                yield return line;
            }

            rest = SkipLong(rest);
            before += whole - rest.Length;
            reader.AdvanceTo(rest.Start, read.Buffer.End);
            if (read.IsCompleted)
                yield break;
        }
    }

    /// <summary>The next whole line, or null when more must come in first.</summary>
    private BatchLine? Cut(ref ReadOnlySequence<byte> rest, bool last)
    {
        var end = rest.PositionOf((byte)'\n');
        if (end is null && (!last || (rest.IsEmpty && !skipping)))
            return null;
        var line = end is { } found ? rest.Slice(0, found) : rest;
        rest = end is { } at ? rest.Slice(rest.GetPosition(1, at)) : rest.Slice(rest.End);

        number++;
        var tooLong = skipping || line.Length > RequestBody.Limit;
        skipping = false;
        return tooLong
            ? new BatchLine(number, [], "A line may have 256 KB at most. Shorten its texts, or send fewer activities and fields.")
            : new BatchLine(number, Trimmed(line.ToArray()), null);
    }

    /// <summary>What comes of a line that is too long already is not kept until its end.</summary>
    private ReadOnlySequence<byte> SkipLong(ReadOnlySequence<byte> rest)
    {
        if (!skipping && rest.Length <= RequestBody.Limit)
            return rest;
        skipping = true;
        return rest.Slice(rest.End);
    }

    private static byte[] Trimmed(byte[] line)
    {
        var text = line.AsSpan().Trim(" \t\r"u8);
        return text.Length == line.Length ? line : text.ToArray();
    }
}

/// <param name="Number">From 1.</param>
/// <param name="Fault">Why the line was not read, in a sentence, or null.</param>
public sealed record BatchLine(int Number, byte[] Json, string? Fault);
