using AlignmentBot.Domain;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>Turns the code that a person brings from Slack into an installation.</summary>
/// <param name="time">Real time: by it Slack's tokens end.</param>
public sealed partial class InstallGrants(SlackOAuth oauth, SlackInstallations installations, InstallPages pages, TimeProvider time, ILogger<InstallGrants> logger)
{
    public async Task<InstallPage> Redeem(string code, CancellationToken ct)
    {
        try
        {
            return await Keep(await oauth.Exchange(code, ct), ct);
        }
        catch (ChannelUnavailableException unavailable)
        {
            Log.Unavailable(logger, unavailable.Message);
            return pages.Unreachable();
        }
    }

    private async Task<InstallPage> Keep(SlackGrant grant, CancellationToken ct)
    {
        if (!grant.Ok)
            return Refuse(grant.Error ?? "unknown_error");
        if (Installation(grant) is not { } installation || grant.AccessToken is not { Length: > 0 } token)
            return Refuse("incomplete_answer");

        // The person may close the page; what they allowed is kept all the same.
        var owed = await installations.Install(installation, new SlackSecret(token, grant.RefreshToken), CancellationToken.None);
        return pages.Installed(installation.Name, owed);
    }

    private InstallPage Refuse(string error)
    {
        if (SlackOAuthErrors.Remedy(error) is not { } remedy)
        {
            Log.Refused(logger, error);
            return pages.Refused(error);
        }

        Log.NeedsAdmin(logger, error, remedy);
        return pages.NeedsAdmin(error);
    }

    /// <returns>Null when Slack named neither a workspace nor an organisation, or no bot.</returns>
    private Installation? Installation(SlackGrant grant)
    {
        var place = grant.IsEnterpriseInstall ? grant.Enterprise : grant.Team;
        if (place?.Id is not { Length: > 0 } workspace || grant.BotUserId is not { Length: > 0 } bot)
            return null;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var scopes = (grant.Scope ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToValueList();
        return new Installation(
            workspace, grant.Enterprise?.Id, grant.IsEnterpriseInstall ? null : grant.Team?.Id, place.Name ?? workspace, bot, scopes,
            grant.AuthedUser?.Id ?? string.Empty, now, null, grant.ExpiresIn is { } seconds ? now + Duration.FromSeconds(seconds) : null, null, 0);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An installation was not finished: {Why}")]
        public static partial void Unavailable(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack turned an installation down: {Error}.")]
        public static partial void Refused(ILogger logger, string error);

        [LoggerMessage(Level = LogLevel.Error, Message = "Slack turned an installation down: {Error}. {Remedy}")]
        public static partial void NeedsAdmin(ILogger logger, string error, string remedy);
    }
}
