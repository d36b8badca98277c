namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>Whether the app is still installed. Once Slack has said that it is not, nothing is sent until the bot starts anew.</summary>
public sealed class SlackInstallation
{
    private volatile string? ended;

    /// <param name="code">Why: <c>app_uninstalled</c> or <c>tokens_revoked</c>.</param>
    /// <returns>False when it was known before.</returns>
    public bool End(string code) => Interlocked.Exchange(ref ended, code) is null;

    /// <exception cref="ChannelRefusedException">The app is gone from the workspace.</exception>
    public void Check()
    {
        if (ended is { } code)
            throw new ChannelRefusedException(code);
    }
}
