using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>An installation as it is stored, with its tokens opened.</summary>
/// <param name="Secret">Null when there is none, or when it cannot be opened.</param>
public sealed record SlackHeld(Installation Stored, SlackSecret? Secret)
{
    /// <summary>Why nothing can be sent by it, or null.</summary>
    public string? Ended => Stored.EndedBecause ?? (Secret is null ? SlackEndings.KeysLost : null);
}
