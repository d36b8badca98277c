using System.Globalization;
using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>What stands in the fake workspace, and a way to wait until something does.</summary>
public sealed class FakeWorkspace
{
    private readonly Lock gate = new();
    private readonly List<FakeMessage> messages = [];
    private readonly List<FakeEphemeral> ephemerals = [];
    private readonly List<FakeView> views = [];
    private readonly Dictionary<string, JsonObject> homes = [];
    private readonly Dictionary<string, int> drawings = [];
    private readonly Dictionary<string, long?> triggers = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;

    public IReadOnlyList<FakeMessage> Messages => Read(() => messages.ToList());

    public IReadOnlyList<FakeEphemeral> Ephemerals => Read(() => ephemerals.ToList());

    public IReadOnlyList<FakeView> Views => Read(() => views.ToList());

    /// <summary>Messages of a channel outside of threads.</summary>
    public IReadOnlyList<FakeMessage> In(string channel) => Messages.Where(message => message.Channel == channel && message.ThreadTs is null).ToList();

    public IReadOnlyList<FakeMessage> Thread(FakeMessage top) => Messages.Where(message => message.Channel == top.Channel && message.ThreadTs == top.Ts).ToList();

    public JsonObject? Home(string user) => Read(() => homes.GetValueOrDefault(user));

    public FakeMessage Add(string channel, string? thread, JsonObject body) => Change(() =>
    {
        var message = new FakeMessage(channel, NewTs(), thread, body);
        messages.Add(message);
        return message;
    });

    /// <returns>False when there is no such message.</returns>
    public bool Edit(string channel, string ts, JsonObject body) => Change(() =>
    {
        var message = messages.Find(known => known.Channel == channel && known.Ts == ts);
        message?.Edit(body);
        return message is not null;
    });

    public void Whisper(FakeEphemeral ephemeral) => Change(() =>
    {
        ephemerals.Add(ephemeral);
        return true;
    });

    public void Publish(string user, JsonObject view) => Change(() =>
    {
        drawings[user] = drawings.GetValueOrDefault(user) + 1;
        return homes[user] = view.DeepClone().AsObject();
    });

    /// <summary>How often a Home tab was drawn.</summary>
    public int Drawings(string user) => Read(() => drawings.GetValueOrDefault(user));

    public string HashOf(string user) => string.Create(CultureInfo.InvariantCulture, $"hash-{Drawings(user)}");

    /// <summary>Puts another view in the place of one that is open.</summary>
    /// <returns>False when it is not open.</returns>
    public bool Replace(string id, JsonObject view) => Change(() =>
    {
        var place = views.FindIndex(open => open.Id == id);
        if (place >= 0)
            views[place] = new FakeView(id, view.DeepClone().AsObject());
        return place >= 0;
    });

    /// <summary>A trigger for one modal, as every interaction carries one.</summary>
    public string NewTrigger() => Change(() =>
    {
        var trigger = string.Create(CultureInfo.InvariantCulture, $"{count++}.trigger");
        triggers[trigger] = Environment.TickCount64;
        return trigger;
    });

    public string NewTs() => string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{Interlocked.Increment(ref count):000000}");

    /// <returns>Slack's error, or null when the modal is open.</returns>
    public string? Open(string trigger, JsonObject view) => Change(() =>
    {
        if (!triggers.TryGetValue(trigger, out var born))
            return "invalid_trigger_id";
        if (born is null)
            return "exchanged_trigger_id";
        if (Environment.TickCount64 - born > 3000)
            return "expired_trigger_id";
        triggers[trigger] = null;
        views.Add(new FakeView(string.Create(CultureInfo.InvariantCulture, $"V{count++}"), view.DeepClone().AsObject()));
        return null;
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
                throw new TimeoutException("The workspace did not come to what was waited for. It shows:\n" + Shown());
        }
    }

    private string Shown() => string.Join('\n', Messages.Select(message => $"{message.Channel} {message.ThreadTs} {message.Text}")
        .Concat(Ephemerals.Select(ephemeral => $"to {ephemeral.User}: {ephemeral.Words}")));

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

/// <summary>Something that one person saw.</summary>
/// <param name="Replaced">True when it took the place of the message that they had clicked.</param>
public sealed record FakeEphemeral(string? Channel, string User, string Words, bool Replaced, JsonArray Blocks);

/// <summary>A modal that was opened.</summary>
public sealed record FakeView(string Id, JsonObject Json)
{
    public string Words => FakeBlocks.Words(Json);
}
