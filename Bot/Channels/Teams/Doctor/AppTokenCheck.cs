using AlignmentBot.Bot.Channels.Teams.Outbound;

namespace AlignmentBot.Bot.Channels.Teams.Doctor;

/// <summary>Whether Microsoft Entra gives the bot its token.</summary>
public sealed class AppTokenCheck(TeamsTokens tokens, TeamsSettings settings)
{
    private const string Subject = "Token";

    public async Task<Finding> Look(CancellationToken ct)
    {
        if (tokens.None)
            return Finding.Well(Subject, "None is asked for: Teams:AllowAnonymousLoopback lets tools on this machine in without one. Real Teams needs Teams:AppId and a secret.");
        var answer = await tokens.Of(settings.Cloud.Scope, null, ct);
        if (answer.Error is not { } error)
            return Finding.Well(Subject, $"Microsoft Entra gives one for app {settings.AppId} in tenant {settings.TokenTenant}.");
        return new Finding(Subject, $"Microsoft Entra gives none for app {settings.AppId} in tenant {settings.TokenTenant}: {error.Detail}.", ConnectorErrors.Remedy(error)
            ?? "Let this machine reach the token service (login.microsoftonline.com, or Teams:TokenUrl), and try again in a minute.");
    }
}
