namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>Where somebody acted, and by what they can be answered.</summary>
/// <param name="Channel">The conversation, or null on the Home tab.</param>
/// <param name="Message">The ts of the message that was clicked, or null.</param>
/// <param name="Thread">The ts of the thread's first message, or null outside of threads.</param>
/// <param name="Trigger">Opens one modal, or null.</param>
/// <param name="ResponseUrl">Null when there is none, or when it is not Slack's.</param>
/// <param name="BornAt">When it came in, in milliseconds of the machine's steady clock.</param>
public sealed record SlackOrigin(
    SlackSurface Surface, string User, string? Channel, string? Message, string? Thread, string? Trigger, Uri? ResponseUrl, long BornAt)
{
    /// <summary>The id of the modal that it happened in, or null outside of modals.</summary>
    public string? View { get; init; }

    public SlackWhisper Whisper(bool replace = false) => new(ResponseUrl, Channel, User, Thread, replace);
}

/// <summary>What somebody acted on.</summary>
public enum SlackSurface
{
    /// <summary>A message that others see too, or one in a direct conversation.</summary>
    Message,

    /// <summary>A message that only they see.</summary>
    Ephemeral,

    Home,

    /// <summary>A modal that shows something.</summary>
    Modal,

    /// <summary>A form that was sent, a command or words.</summary>
    Typed,
}
