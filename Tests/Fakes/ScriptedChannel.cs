using System.Collections.Concurrent;
using System.Globalization;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Tests.Fakes;

/// <summary>A platform that remembers what it was sent and fails when it is told to.</summary>
public sealed class ScriptedChannel(ChannelPace pace) : IChannel
{
    private readonly ConcurrentQueue<Func<Exception?>> faults = new();
    private int count;

    public static ChannelPace Unhurried { get; } = new(TimeSpan.Zero, DigestFrom: 1000, DigestSize: 1);

    public Door Door => Door.Slack;

    public ChannelPace Pace => pace;

    public ConcurrentQueue<(string Message, Posting Posting)> Posted { get; } = new();

    public ConcurrentQueue<(string Message, Posting Posting)> Updated { get; } = new();

    /// <summary>What holds a posting up before anything is done.</summary>
    public Func<Posting, Task> Hold { get; set; } = _ => Task.CompletedTask;

    /// <summary>Fails the next call before anything reaches the platform.</summary>
    public void FailNext(Exception fault) => faults.Enqueue(() => fault);

    /// <summary>Takes the next posting, and loses the answer.</summary>
    public void LoseNextAnswer() => faults.Enqueue(() => null);

    public string? ConversationOf(Pod pod) => "C-" + pod.Id;

    public string? ConversationOf(Member member) => "D-" + member.Id;

    public async Task<string> Post(Posting posting, CancellationToken ct)
    {
        await Hold(posting);
        var lost = false;
        if (faults.TryDequeue(out var fault))
        {
            if (fault() is { } failure)
                throw failure;
            lost = true;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"m{Interlocked.Increment(ref count)}");
        Posted.Enqueue((id, posting));
        return lost ? throw new ChannelUnavailableException("The answer was lost.") : id;
    }

    public Task Update(string message, Posting posting, CancellationToken ct)
    {
        if (faults.TryDequeue(out var fault) && fault() is { } failure)
            throw failure;
        Updated.Enqueue((message, posting));
        return Task.CompletedTask;
    }

    public Task<string?> Find(Posting posting, CancellationToken ct) =>
        Task.FromResult(Posted.Where(sent => sent.Posting.Effect == posting.Effect).Select(sent => sent.Message).FirstOrDefault());
}
