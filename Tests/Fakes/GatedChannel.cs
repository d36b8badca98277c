using AlignmentBot.Bot.Channels;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Tests.Fakes;

/// <summary>A channel whose first message waits at a gate, so that a burst builds up behind it.</summary>
public sealed class GatedChannel(IChannel real) : IChannel
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once a message waits.</summary>
    public Task Reached => reached.Task;

    public Door Door => real.Door;

    public ChannelPace Pace => real.Pace;

    public string? ConversationOf(Pod pod) => real.ConversationOf(pod);

    public string? ConversationOf(Member member) => real.ConversationOf(member);

    public async Task<string> Post(Posting posting, CancellationToken ct)
    {
        reached.TrySetResult();
        await opened.Task.WaitAsync(ct);
        return await real.Post(posting, ct);
    }

    public Task Update(string message, Posting posting, CancellationToken ct) => real.Update(message, posting, ct);

    public Task<string?> Find(Posting posting, CancellationToken ct) => real.Find(posting, ct);

    public void Open() => opened.TrySetResult();
}
