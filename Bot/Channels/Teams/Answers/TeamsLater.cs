using System.Collections.Concurrent;
using System.Security.Cryptography;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>
/// Work that takes longer than a dialog waits. A dialog of Teams cannot be changed from outside, so it says "one moment" and has a button that
/// asks again; the work goes on meanwhile, and is lost with the process.
/// </summary>
public sealed partial class TeamsLater(IHostApplicationLifetime lifetime, TimeProvider time, ILogger<TeamsLater> logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private const int MostKept = 1000;
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int IdLength = 24;

    /// <summary>How long somebody looks at nothing. Teams itself waits 10 to 15 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>Starts the work and waits a little for it.</summary>
    public Task<LaterOutcome> Start(string account, Func<CancellationToken, Task<Answer>> work, CancellationToken ct)
    {
        Clear();
        var id = RandomNumberGenerator.GetString(Letters, IdLength);
        var entry = new Entry(account, time.GetUtcNow(), Task.Run(() => Safely(work), CancellationToken.None));
        entries[id] = entry;
        return Wait(id, entry, ct);
    }

    /// <summary>Waits a little more.</summary>
    /// <returns>Null when nothing is known of it (any more).</returns>
    public async Task<LaterOutcome?> Continue(string account, string id, CancellationToken ct) =>
        entries.TryGetValue(id, out var entry) && entry.Account == account ? await Wait(id, entry, ct) : null;

    private async Task<LaterOutcome> Wait(string id, Entry entry, CancellationToken ct)
    {
        await Task.WhenAny(entry.Work, Task.Delay(Patience, ct));
        if (!entry.Work.IsCompleted)
            return new LaterOutcome.NotYet(id, entry.Work);
        entries.TryRemove(id, out _);
        return new LaterOutcome.Done(await entry.Work);
    }

    /// <summary>Nobody waits for what failed: it ends with a sentence.</summary>
    private async Task<Answer> Safely(Func<CancellationToken, Task<Answer>> work)
    {
        try
        {
            return await work(lifetime.ApplicationStopping);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Log.Failed(logger, failure);
            return new Answer.Say(Texts.For(Reader.Unknown.Language)["teams.door.failed"], Tone.Bad);
        }
    }

    private void Clear()
    {
        var oldest = time.GetUtcNow() - Kept;
        foreach (var (id, _) in entries.Where(entry => entry.Value.StartedAt < oldest || entries.Count > MostKept))
            entries.TryRemove(id, out _);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "What somebody was waiting for failed.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }

    private sealed record Entry(string Account, DateTimeOffset StartedAt, Task<Answer> Work);
}

/// <summary>How far the work is.</summary>
public abstract record LaterOutcome
{
    private LaterOutcome()
    {
    }

    public sealed record Done(Answer Answer) : LaterOutcome;

    /// <param name="Id">By which it is asked for again.</param>
    public sealed record NotYet(string Id, Task<Answer> Work) : LaterOutcome;
}
