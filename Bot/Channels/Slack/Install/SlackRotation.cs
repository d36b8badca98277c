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

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The installation with a token that has not ended yet.</summary>
    /// <exception cref="ChannelRefusedException">The installation has ended.</exception>
    /// <exception cref="ChannelUnavailableException">The token has ended and Slack does not give the next one now.</exception>
    public async ValueTask<SlackHeld> Live(string workspace, CancellationToken ct)
    {
        var held = await installations.Of(workspace, ct);
        return held.Ended is null && held.Stored.ExpiresAt <= Now ? await Renew(held, ct) : Usable(held);
    }

    /// <summary>Renews every token whose end is near.</summary>
    public async Task RenewDue(CancellationToken ct)
    {
        var soon = Now + Duration.FromTimeSpan(app.RenewBefore);
        foreach (var held in await installations.All(ct))
        {
            if (held.Ended is not null || !(held.Stored.ExpiresAt <= soon))
                continue;
            try
            {
                await Renew(held, ct);
            }
            catch (Exception notNow) when (notNow is ChannelUnavailableException or ChannelRefusedException)
            {
                Log.NotRenewed(logger, held.Stored.Workspace, notNow.Message);
            }
        }
    }

    /// <summary>The next pair after this one. Callers who held the same pair get the same next one.</summary>
    /// <exception cref="ChannelRefusedException">Slack takes the refresh token no more; the installation has ended.</exception>
    /// <exception cref="ChannelUnavailableException">Slack does not give it now.</exception>
    public async Task<SlackHeld> Renew(SlackHeld used, CancellationToken ct)
    {
        var gate = gates.GetOrAdd(used.Stored.Workspace, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(ct);
        try
        {
            var held = await installations.Read(used.Stored.Workspace, ct);
            if (held.Stored.Version != used.Stored.Version)
                return Usable(held);
            return Usable(held).Secret!.RefreshToken is { } refreshToken ? await Buy(held, refreshToken, ct) : await Give(held, SlackEndings.Expired, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<SlackHeld> Buy(SlackHeld held, string refreshToken, CancellationToken ct)
    {
        // Once Slack has the request, the old pair may be worthless: from here on the caller's patience does not count.
        var grant = await oauth.Refresh(refreshToken, CancellationToken.None);
        if (grant is { Ok: true, AccessToken: { Length: > 0 } token })
        {
            var expiresAt = grant.ExpiresIn is { } seconds ? Now + Duration.FromSeconds(seconds) : (Instant?)null;
            var renewed = await installations.Renew(held, new SlackSecret(token, grant.RefreshToken), expiresAt, CancellationToken.None);
            Log.Renewed(logger, held.Stored.Workspace, expiresAt);
            return Usable(renewed);
        }

        if (SlackOAuthErrors.Remedy(grant.Error) is { } remedy)
        {
            Log.NeedsAdmin(logger, grant.Error, remedy);
            throw new ChannelUnavailableException($"oauth.v2.access: {grant.Error}. {remedy}", TimeSpan.FromMinutes(1));
        }

        if (grant.Ok || SlackErrors.IsPassing(grant.Error))
            throw new ChannelUnavailableException($"oauth.v2.access: {grant.Error ?? "the answer names no token"}");
        return await Give(held, grant.Error ?? SlackEndings.Expired, ct);
    }

    /// <summary>Gives the installation up, unless somebody else has renewed it meanwhile.</summary>
    private async Task<SlackHeld> Give(SlackHeld held, string code, CancellationToken ct)
    {
        await installations.End(held, code, ct);
        return Usable(await installations.Of(held.Stored.Workspace, ct));
    }

    private static SlackHeld Usable(SlackHeld held) => held.Ended is { } code ? throw new ChannelRefusedException(code) : held;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The token of workspace {Workspace} was renewed; it ends at {ExpiresAt}.")]
        public static partial void Renewed(ILogger logger, string workspace, Instant? expiresAt);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The token of workspace {Workspace} was not renewed: {Why}")]
        public static partial void NotRenewed(ILogger logger, string workspace, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "Slack gives no tokens: {Error}. {Remedy}")]
        public static partial void NeedsAdmin(ILogger logger, string? error, string remedy);
    }
}
