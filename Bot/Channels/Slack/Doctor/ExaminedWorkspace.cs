using AlignmentBot.Bot.Channels.Slack.Install;

namespace AlignmentBot.Bot.Channels.Slack.Doctor;

/// <summary>A workspace by its token. A class and not a record, so that its text never shows the token.</summary>
/// <param name="prefix">How the addresses of its channels start; empty where one token stands in the configuration.</param>
/// <param name="name">What people, or the configuration, call it.</param>
/// <param name="token">Null when there is a fault.</param>
public sealed class ExaminedWorkspace(string prefix, string name, string? token)
{
    public string Prefix { get; } = prefix;

    public string Name { get; } = name;

    public string? Token { get; } = token;

    /// <summary>What the token was granted when the app was installed, where Slack does not say what it has now; null when not known.</summary>
    public IReadOnlyList<string>? Granted { get; private init; }

    public Finding? Fault { get; private init; }

    /// <summary>There is no workspace at all.</summary>
    public static ExaminedWorkspace None(string installPage) =>
        Faulty(string.Empty, "Workspaces", "None has installed the app yet.", $"Open {installPage} and choose the workspace.");

    public static ExaminedWorkspace Of(SlackHeld held, string installPage)
    {
        var name = $"{held.Stored.Name} ({held.Stored.Workspace})";
        var prefix = SlackAddress.PrefixOf(held.Stored.Workspace);
        return held.Ended switch
        {
            null => new ExaminedWorkspace(prefix, name, held.Secret!.Token) { Granted = held.Stored.Scopes },
            SlackEndings.KeysLost => Faulty(
                prefix, $"Token of {name}", "It cannot be read: the keys it was enciphered with are not there.", $"Put the folder of Storage:KeysPath back, or open {installPage} once more."),
            var code => Faulty(prefix, $"Token of {name}", $"It has ended ({code}).", $"Have an admin of the workspace open {installPage}. What is parked is then delivered."),
        };
    }

    private static ExaminedWorkspace Faulty(string prefix, string subject, string says, string remedy) =>
        new(prefix, subject, null) { Fault = new Finding(subject, says, remedy) };
}
