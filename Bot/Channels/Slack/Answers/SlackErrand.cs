using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>A call that an answer needs after the acknowledgement. It may be lost: what is owed stands in the outbox.</summary>
public abstract record SlackErrand
{
    private SlackErrand()
    {
    }

    /// <summary>Opens a modal while its trigger lives; when that fails, the person is told at <paramref name="Else"/>.</summary>
    /// <param name="BornAt">When the trigger came, in milliseconds of the machine's steady clock.</param>
    /// <param name="Workspace">Whose token opens it, as a <see cref="SlackAddress"/> names it.</param>
    public sealed record Open(string? Workspace, string Trigger, ReadOnlyMemory<byte> View, long BornAt, SlackWhisper? Else) : SlackErrand
    {
        /// <summary>What the modal waits for once it is open, or null.</summary>
        public SlackLaterWork? Then { get; init; }
    }

    /// <summary>Puts another view in the place of one that is open.</summary>
    /// <param name="View">Its id.</param>
    /// <param name="User">Who looks at it.</param>
    public sealed record Update(string View, string User, ReadOnlyMemory<byte> Body) : SlackErrand;

    /// <summary>Does what a modal waits for, and shows what comes out.</summary>
    public sealed record Fill(string View, string User, Func<CancellationToken, Task<Answer>> Work) : SlackErrand
    {
        /// <summary>What the modal shows until then; null when it shows that already.</summary>
        public ReadOnlyMemory<byte>? First { get; init; }
    }

    /// <summary>Shows a card to one person only.</summary>
    public sealed record Whisper(SlackWhisper To, Card Card, Reader Reader) : SlackErrand;

    /// <summary>Writes into a direct conversation.</summary>
    public sealed record Say(string Channel, Card Card, Reader Reader) : SlackErrand;

    /// <summary>Draws a message of a direct conversation anew.</summary>
    /// <param name="Workspace">As a <see cref="SlackAddress"/> names it.</param>
    public sealed record Redraw(string? Workspace, SlackMessageId Message, Card Card, Reader Reader) : SlackErrand;
}

/// <summary>What is done for somebody while they look at "one moment".</summary>
public sealed record SlackLaterWork(string User, Func<CancellationToken, Task<Answer>> Work);

/// <summary>Where one person is told something that only they see.</summary>
/// <param name="ResponseUrl">The address that came with the interaction: a secret. Null when there is none or it is not Slack's.</param>
/// <param name="Replace">Whether it takes the place of the message that was clicked, where only they see that message.</param>
public sealed record SlackWhisper(Uri? ResponseUrl, string? Channel, string User, string? Thread, bool Replace);
