namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>What goes back at once: nothing, or a JSON body that the kind of delivery allows.</summary>
public readonly record struct SlackAck(ReadOnlyMemory<byte> Json)
{
    /// <summary>Heard; a modal closes.</summary>
    public static readonly SlackAck Empty;

    public bool IsEmpty => Json.IsEmpty;
}
