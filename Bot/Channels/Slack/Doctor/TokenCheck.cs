using AlignmentBot.Bot.Channels.Slack.Install;
using AlignmentBot.Bot.Channels.Slack.Manifest;
using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Doctor;

/// <summary>Whether a workspace's token works, and may do what the manifest asks for.</summary>
public sealed class TokenCheck(SlackProbe probe, ExaminedWorkspace workspace)
{
    private bool InConfiguration => workspace.Prefix.Length == 0;

    public Task<SlackReading<SlackIdentity>> Read(CancellationToken ct) => probe.Ask("auth.test", workspace.Token!, [], SlackJson.Default.SlackIdentity, ct);

    public IEnumerable<Finding> Findings(SlackReading<SlackIdentity> read)
    {
        var subject = $"Token of {workspace.Name}";
        return read.Ok
            ? [Finding.Well(subject, $"It works: workspace {read.Answer!.Team} ({read.Answer.TeamId}), bot user {read.Answer.UserId}."), Scopes(read.Scopes ?? workspace.Granted)]
            : [new Finding(subject, $"It does not work: {read.Error}.", Remedy(read.Answer?.Error))];
    }

    private string Remedy(string? error) => error switch
    {
        null => "See whether this machine reaches Slack:ApiBaseUrl.",
        SlackEndings.Expired when !InConfiguration => "Start the bot: it renews the token. When that does not help, open /slack/install once more.",
        _ when !InConfiguration => "Have an admin of the workspace open /slack/install once more.",
        _ => "Copy the Bot User OAuth Token again from the app's page, OAuth & Permissions, into Slack:BotToken. When there is none, press Install to Workspace there.",
    };

    private Finding Scopes(IReadOnlyList<string>? granted)
    {
        var subject = $"Scopes of {workspace.Name}";
        if (granted is null)
            return Finding.Well(subject, "Slack does not tell them here, so there is nothing to compare.");
        var missing = SlackManifest.Scopes.Except(granted, StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? Finding.Well(subject, $"All {SlackManifest.Scopes.Count} are granted.")
            : new Finding(subject, $"Missing: {string.Join(", ", missing)}.", "Add them on the app's page, OAuth & Permissions, Bot Token Scopes, and "
                + (InConfiguration ? "press Reinstall to Workspace there." : "open /slack/install once more for this workspace."));
    }
}
