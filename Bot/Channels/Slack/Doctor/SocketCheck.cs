using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Doctor;

/// <summary>Whether the app token opens connections. None is opened.</summary>
public sealed class SocketCheck(SlackProbe probe)
{
    private const string Subject = "App token";
    private const string Page = "the app's page, Basic Information, App-Level Tokens";

    public async Task<Finding> Look(string appToken, CancellationToken ct)
    {
        var read = await probe.Ask("apps.connections.open", appToken, [], SlackJson.Default.SlackConnection, ct);
        return read.Ok
            ? Finding.Well(Subject, "Slack opens connections for it (Socket Mode).")
            : new Finding(Subject, $"Slack opens no connection: {read.Error}.", Remedy(read.Answer?.Error));
    }

    private static string Remedy(string? error) => error switch
    {
        null => "See whether this machine reaches Slack:ApiBaseUrl.",
        "missing_scope" or "not_allowed_token_type" => $"Make a token with the scope connections:write on {Page}, and put it into Slack:AppToken.",
        "invalid_auth" or "not_authed" or "token_revoked" or "account_inactive" => $"Copy the token again from {Page}, into Slack:AppToken.",
        _ => "Turn Socket Mode on: the app's page, Socket Mode, Enable Socket Mode.",
    };
}
