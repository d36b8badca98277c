namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>What goes back at once: nothing, or a JSON body that the kind of delivery allows.</summary>
/// <param name="Then">What starts once the answer is on its way, or null.</param>
public readonly record struct SlackAck(ReadOnlyMemory<byte> Json, Action? Then = null)
{
    /// <summary>Heard; a modal closes.</summary>
    public static readonly SlackAck Empty;

    public bool IsEmpty => Json.IsEmpty;
}
