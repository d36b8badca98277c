using NodaTime;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>Which token reaches which workspace, and what becomes of a token that does not work any more.</summary>
/// <param name="rotation">Null where one token stands in the configuration.</param>
public sealed partial class SlackTokens(SlackSettings settings, SlackInstallations installations, SlackRotation? rotation, ILogger<SlackTokens> logger)
{
    private volatile string? ended;

    /// <param name="workspace">As a <see cref="SlackAddress"/> names it.</param>
    /// <exception cref="ChannelRefusedException">The workspace has not installed the app, or no longer has.</exception>
    /// <exception cref="ChannelUnavailableException">The token has ended and the next one is not to be had now.</exception>
    public async ValueTask<SlackLease> Of(string? workspace, CancellationToken ct)
    {
        if (rotation is not null)
        {
            var held = await rotation.Live(workspace ?? throw new ChannelRefusedException(SlackEndings.NoWorkspace), ct);
            return new SlackLease(held.Secret!.Token, held);
        }

        if (workspace is not null)
            throw new ChannelRefusedException(SlackEndings.NotInstalled);
        return ended is { } code ? throw new ChannelRefusedException(code) : new SlackLease(settings.BotToken!, null);
    }

    /// <summary>Draws the consequence from an error that Slack gave to a call by this token.</summary>
    /// <returns>A token to try the call with once more, or null when the error is not about the token, or is to be shown as it is.</returns>
    /// <exception cref="ChannelRefusedException">The installation has ended.</exception>
    public async Task<SlackLease?> After(string error, SlackLease used, CancellationToken ct)
    {
        if (used.Held is not { } held)
            return null;
        if (error == SlackEndings.Expired)
        {
            var renewed = await rotation!.Renew(held, ended: true, ct);
            return new SlackLease(renewed.Secret!.Token, renewed);
        }

        if (!SlackEndings.IsDead(error))
            return null;
        // Another process may have renewed the pair, or somebody has installed the app again.
        var now = await installations.Read(held.Stored.Workspace, ct);
        if (now.Stored.Version != held.Stored.Version && now.Ended is null)
            return new SlackLease(now.Secret!.Token, now);
        await installations.End(now, error, ct);
        throw new ChannelRefusedException(now.Ended ?? error);
    }

    /// <summary>Slack says that the app was removed, or its token revoked. Slack says either or both, in any order, and again.</summary>
    /// <param name="happenedAt">When, by Slack's clock: an installation that is newer is not meant. Null where Slack does not say.</param>
    /// <param name="users">Whose tokens ended; null for all.</param>
    public async Task End(string? workspace, string code, Instant? happenedAt, IReadOnlyCollection<string>? users, CancellationToken ct)
    {
        if (rotation is null)
        {
            if (Interlocked.Exchange(ref ended, code) is null)
                Log.Ended(logger, code);
            return;
        }

        if (workspace is null)
            return;
        try
        {
            var held = await installations.Read(workspace, ct);
            if (!(held.Stored.InstalledAt > happenedAt) && users?.Contains(held.Stored.BotUser, StringComparer.Ordinal) != false)
                await installations.End(held, code, ct);
        }
        catch (ChannelRefusedException)
        {
            Log.Unknown(logger, workspace, code);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Slack ended the installation ({Code}). What is owed there is parked; install the app again, put its token into Slack:BotToken and restart the bot. Then it is delivered.")]
        public static partial void Ended(ILogger logger, string code);

        [LoggerMessage(Level = LogLevel.Information, Message = "Slack ended an installation in workspace {Workspace} that the bot does not know ({Code}).")]
        public static partial void Unknown(ILogger logger, string workspace, string code);
    }
}

/// <summary>A token for one call. A class and not a record, so that its text never shows it.</summary>
/// <param name="held">The installation it belongs to, or null for the one in the configuration.</param>
public sealed class SlackLease(string token, SlackHeld? held)
{
    public string Token { get; } = token;

    public SlackHeld? Held { get; } = held;
}
