using System.Collections.Concurrent;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>The workspaces that installed the app. The store is the truth; what was read is remembered until this process changes it or doubts it.</summary>
public sealed partial class SlackInstallations(IStore store, SlackSecrets secrets, Wakeups wakeups, ILogger<SlackInstallations> logger)
{
    private readonly ConcurrentDictionary<string, SlackHeld> known = new(StringComparer.Ordinal);

    /// <summary>All of them, ended ones too, as they are stored now.</summary>
    public async Task<IReadOnlyList<SlackHeld>> All(CancellationToken ct) => (await store.Installations(ct)).Select(secrets.Open).ToList();

    /// <exception cref="ChannelRefusedException">The workspace has not installed the app.</exception>
    public async ValueTask<SlackHeld> Of(string workspace, CancellationToken ct) =>
        known.TryGetValue(workspace, out var held) ? held : await Read(workspace, ct);

    /// <summary>As <see cref="Of"/>, but from the store: another process, or somebody who installed the app again, may have changed it.</summary>
    public async ValueTask<SlackHeld> Read(string workspace, CancellationToken ct)
    {
        if (await store.FindInstallation(workspace, ct) is not { } stored)
            throw new ChannelRefusedException(SlackEndings.NotInstalled);
        var held = known[workspace] = secrets.Open(stored);
        if (held.Ended == SlackEndings.KeysLost)
            Log.KeysLost(logger, workspace);
        return held;
    }

    /// <summary>Takes the place of whatever the workspace had before, and owes again what was parked for the want of it.</summary>
    /// <param name="installed">Its version and secret are not looked at.</param>
    /// <returns>How many messages are owed again.</returns>
    public async Task<int> Install(Installation installed, SlackSecret secret, CancellationToken ct)
    {
        var row = installed with { Secret = secrets.Encipher(installed.Workspace, secret), EndedBecause = null };
        do
        {
            row = row with { Version = (await store.FindInstallation(row.Workspace, ct))?.Version ?? 0 };
        }
        while (!await store.SaveInstallation(row, ct));

        known.TryRemove(row.Workspace, out _);
        Log.Installed(logger, row.Workspace, row.InstalledBy);
        return await OweAgain(row.Workspace, ct);
    }

    /// <summary>Puts a new pair of tokens in the place of the one it was bought with, unless the installation has been changed meanwhile.</summary>
    public async Task Renew(SlackHeld held, SlackSecret secret, Instant? expiresAt, CancellationToken ct)
    {
        var row = held.Stored with { Secret = secrets.Encipher(held.Stored.Workspace, secret), ExpiresAt = expiresAt };
        await store.SaveInstallation(row, ct);
        await Read(row.Workspace, ct);
    }

    /// <summary>Ends it, unless it was changed since it was read: a new installation does not end for the faults of an old one.</summary>
    /// <returns>False when it had ended before, or was changed.</returns>
    public async Task<bool> End(SlackHeld held, string code, CancellationToken ct)
    {
        var row = held.Stored;
        if (row.EndedBecause is not null)
            return false;
        var ended = row with { EndedBecause = code, Secret = SlackEndings.IsForGood(code) ? null : row.Secret };
        var changed = await store.SaveInstallation(ended, ct);
        await Read(row.Workspace, ct);
        if (changed)
            Log.Ended(logger, row.Workspace, code);
        return changed;
    }

    /// <summary>A token that was kept is to be tried again.</summary>
    public async Task<bool> Revive(SlackHeld held, CancellationToken ct)
    {
        var revived = await store.SaveInstallation(held.Stored with { EndedBecause = null }, ct);
        await Read(held.Stored.Workspace, ct);
        if (revived)
            Log.Revived(logger, held.Stored.Workspace);
        return revived;
    }

    /// <summary>Owes again what was parked because the workspace could not be reached.</summary>
    /// <param name="workspace">Null for the one in the configuration.</param>
    /// <returns>How many messages.</returns>
    public async Task<int> OweAgain(string? workspace, CancellationToken ct)
    {
        var count = await store.OweAgain(Door.Slack, SlackAddress.PrefixOf(workspace), SlackEndings.Curable, ct);
        if (count == 0)
            return 0;
        Log.OwedAgain(logger, workspace, count);
        wakeups.Outbox.Ring();
        return count;
    }

    /// <summary>Owes again what was parked because this channel could not be seen.</summary>
    public async Task OweAgainIn(string channel, CancellationToken ct)
    {
        var count = await store.OweAgain(Door.Slack, channel, SlackEndings.OutOfSight, ct);
        if (count == 0)
            return;
        Log.SeenAgain(logger, channel, count);
        wakeups.Outbox.Ring();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The bot is in {Channel} now: {Count} messages that were parked for it are owed again.")]
        public static partial void SeenAgain(ILogger logger, string channel, int count);

        [LoggerMessage(Level = LogLevel.Information, Message = "Workspace {Workspace} installed the Slack app; {User} did it.")]
        public static partial void Installed(ILogger logger, string workspace, string user);

        [LoggerMessage(Level = LogLevel.Error, Message = "Workspace {Workspace} cannot be reached any more ({Code}). What is owed there is parked. Have an admin of the workspace open /slack/install once more; then it is delivered.")]
        public static partial void Ended(ILogger logger, string workspace, string code);

        [LoggerMessage(Level = LogLevel.Information, Message = "Workspace {Workspace} is tried again.")]
        public static partial void Revived(ILogger logger, string workspace);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages that were parked for workspace {Workspace} are owed again.")]
        public static partial void OwedAgain(ILogger logger, string? workspace, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "The token of workspace {Workspace} cannot be read: the keys it was enciphered with are not in the folder of Storage:KeysPath. Put that folder back and restart the bot, or have an admin of the workspace open /slack/install once more.")]
        public static partial void KeysLost(ILogger logger, string workspace);
    }
}
