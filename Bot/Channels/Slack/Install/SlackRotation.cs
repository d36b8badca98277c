using System.Collections.Concurrent;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using NodaTime;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>
/// Changes tokens before they end. A refresh token works once, so one installation is renewed by one caller at a time, and the new pair is
/// durable before anybody uses it. Source: docs.slack.dev/authentication/using-token-rotation
/// </summary>
/// <param name="time">Real time, also while the bot's own clock is moved for a trial: by it Slack's tokens end.</param>
public sealed partial class SlackRotation(SlackInstallations installations, SlackOAuth oauth, SlackApp app, TimeProvider time, ILogger<SlackRotation> logger)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    /// <summary>Pairs whose refresh token Slack has refused: it is not tried again, and the access token serves until its end.</summary>
    private readonly ConcurrentDictionary<string, Refusal> refusals = new(StringComparer.Ordinal);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The installation with a token that has not ended yet.</summary>
    /// <exception cref="ChannelRefusedException">The installation has ended.</exception>
    /// <exception cref="ChannelUnavailableException">The token has ended and Slack does not give the next one now.</exception>
    public async ValueTask<SlackHeld> Live(string workspace, CancellationToken ct)
    {
        var held = await installations.Of(workspace, ct);
        return held.Ended is null && held.Stored.ExpiresAt <= Now ? await Renew(held, ended: true, ct) : Usable(held);
    }

    /// <summary>Renews every token whose end is near.</summary>
    public async Task RenewDue(CancellationToken ct)
    {
        var soon = Now + Duration.FromTimeSpan(app.RenewBefore);
        foreach (var held in await installations.All(ct))
        {
            if (held.Ended is not null || !(held.Stored.ExpiresAt <= soon) || RefusalOf(held) is not null)
                continue;
            try
            {
                await Renew(held, ended: false, ct);
            }
            catch (Exception notNow) when (notNow is ChannelUnavailableException or ChannelRefusedException)
            {
                Log.NotRenewed(logger, held.Stored.Workspace, notNow.Message);
            }
        }
    }

    /// <summary>The next pair after this one. Callers who held the same pair get the same next one.</summary>
    /// <param name="ended">Whether this one has ended, so that nothing works without the next.</param>
    /// <returns>This one, when Slack takes its refresh token no more and it has not ended yet.</returns>
    /// <exception cref="ChannelRefusedException">Slack takes the refresh token no more; the installation has ended.</exception>
    /// <exception cref="ChannelUnavailableException">Slack does not give it now.</exception>
    public async Task<SlackHeld> Renew(SlackHeld used, bool ended, CancellationToken ct)
    {
        var gate = gates.GetOrAdd(used.Stored.Workspace, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(ct);
        try
        {
            var held = await installations.Read(used.Stored.Workspace, ct);
            if (held.Stored.Version != used.Stored.Version)
                return Usable(held);
            var refusal = Usable(held).Secret!.RefreshToken is { } refreshToken ? RefusalOf(held) ?? await Buy(held, refreshToken) : SlackEndings.Expired;
            if (ended && refusal is not null)
                await installations.End(held, refusal, ct);
            return Usable(await installations.Of(held.Stored.Workspace, ct));
        }
        finally
        {
            gate.Release();
        }
    }

    /// <returns>Null when the next pair is stored, else why Slack takes the refresh token no more.</returns>
    private async Task<string?> Buy(SlackHeld held, string refreshToken)
    {
        // Once Slack has the request, the old pair may be worthless: from here on the caller's patience does not count.
        var grant = await oauth.Refresh(refreshToken, CancellationToken.None);
        if (grant is { Ok: true, AccessToken: { Length: > 0 } token })
        {
            var expiresAt = grant.ExpiresIn is { } seconds ? Now + Duration.FromSeconds(seconds) : (Instant?)null;
            await installations.Renew(held, new SlackSecret(token, grant.RefreshToken), expiresAt, CancellationToken.None);
            Log.Renewed(logger, held.Stored.Workspace, expiresAt);
            return null;
        }

        if (SlackOAuthErrors.Remedy(grant.Error) is { } remedy)
        {
            Log.NeedsAdmin(logger, grant.Error, remedy);
            throw new ChannelUnavailableException($"oauth.v2.access: {grant.Error}. {remedy}", TimeSpan.FromMinutes(1));
        }

        if (grant.Ok || SlackErrors.IsPassing(grant.Error))
            throw new ChannelUnavailableException($"oauth.v2.access: {grant.Error ?? "the answer names no token"}");
        var code = grant.Error ?? SlackEndings.Expired;
        refusals[held.Stored.Workspace] = new Refusal(held.Stored.Version, code);
        Log.Refused(logger, held.Stored.Workspace, code, held.Stored.ExpiresAt);
        return code;
    }

    private string? RefusalOf(SlackHeld held) =>
        refusals.TryGetValue(held.Stored.Workspace, out var refusal) && refusal.Version == held.Stored.Version ? refusal.Code : null;

    private static SlackHeld Usable(SlackHeld held) => held.Ended is { } code ? throw new ChannelRefusedException(code) : held;

    /// <param name="Version">Of the installation: another version has another pair.</param>
    private sealed record Refusal(long Version, string Code);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The token of workspace {Workspace} was renewed; it ends at {ExpiresAt}.")]
        public static partial void Renewed(ILogger logger, string workspace, Instant? expiresAt);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The token of workspace {Workspace} was not renewed: {Why}")]
        public static partial void NotRenewed(ILogger logger, string workspace, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "Slack renews the token of workspace {Workspace} no more ({Code}); it works until {ExpiresAt}. Have an admin of the workspace open /slack/install before that.")]
        public static partial void Refused(ILogger logger, string workspace, string code, Instant? expiresAt);

        [LoggerMessage(Level = LogLevel.Error, Message = "Slack gives no tokens: {Error}. {Remedy}")]
        public static partial void NeedsAdmin(ILogger logger, string? error, string remedy);
    }
}
