using System.Globalization;
using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>What stands in the fake Teams, and a way to wait until something does.</summary>
public sealed class FakeTeams
{
    private readonly Lock gate = new();
    private readonly List<FakeTeamsMessage> messages = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long last = 1_790_000_000_000;

    public IReadOnlyList<FakeTeamsMessage> Messages => Read(() => messages.ToList());

    /// <summary>Messages of a conversation outside of threads.</summary>
    public IReadOnlyList<FakeTeamsMessage> In(string conversation) =>
        Messages.Where(message => message.Conversation == conversation && message.Top is null).ToList();

    public IReadOnlyList<FakeTeamsMessage> Thread(FakeTeamsMessage top) =>
        Messages.Where(message => message.Conversation == top.Conversation && message.Top == top.Id).ToList();

    public FakeTeamsMessage Add(string conversation, string? top, JsonObject activity) => Change(() =>
    {
        var message = new FakeTeamsMessage(conversation, (++last).ToString(CultureInfo.InvariantCulture), top, activity);
        messages.Add(message);
        return message;
    });

    public FakeTeamsMessage? Find(string conversation, string id) => Messages.FirstOrDefault(message => message.Conversation == conversation && message.Id == id);

    public void Edit(FakeTeamsMessage message, JsonObject activity) => Change(() =>
    {
        message.Edit(activity);
        return true;
    });

    /// <summary>Waits until this holds, looking again after every change; fails after 20 seconds.</summary>
    public Task Until(Func<bool> holds, CancellationToken ct) => Until(holds, TimeSpan.FromSeconds(20), ct);

    /// <inheritdoc cref="Until(Func{bool}, CancellationToken)"/>
    public async Task Until(Func<bool> holds, TimeSpan within, CancellationToken ct)
    {
        var limit = Task.Delay(within, ct);
        while (true)
        {
            var next = Read(() => changed.Task);
            if (holds())
                return;
            if (await Task.WhenAny(next, limit) == limit)
                throw new TimeoutException("Teams did not come to what was waited for. It shows:\n" + Shown());
        }
    }

    /// <summary>Something beside messages has changed.</summary>
    public void Stir() => Change(() => true);

    private string Shown() => string.Join('\n', Messages.Select(message => $"{message.Conversation} {message.Top} {message.Summary}"));

    private T Read<T>(Func<T> read)
    {
        lock (gate)
            return read();
    }

    private T Change<T>(Func<T> change)
    {
        lock (gate)
        {
            var result = change();
            changed.TrySetResult();
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return result;
        }
    }
}
