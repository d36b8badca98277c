namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>How the bot proves itself when it asks for a token. Classes and not records, so that their text never shows a secret.</summary>
public abstract class TeamsCredential
{
    private TeamsCredential()
    {
    }

    public sealed class Secret(string text) : TeamsCredential
    {
        public string Text { get; } = text;
    }

    /// <param name="path">A PFX or PEM file that holds the private key too.</param>
    /// <param name="password">Null where the file is not locked.</param>
    public sealed class Certificate(string path, string? password) : TeamsCredential
    {
        public string Path { get; } = path;

        public string? Password { get; } = password;
    }

    public sealed class ManagedIdentity : TeamsCredential;
}
