using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>A call that an answer needs after the request was answered. It may be lost: what is owed stands in the outbox.</summary>
public abstract record TeamsErrand
{
    private TeamsErrand()
    {
    }

    /// <summary>Writes a card into a conversation.</summary>
    /// <param name="Conversation">With the thread, where there is one.</param>
    public sealed record Say(string ServiceUrl, string Tenant, string Conversation, Card Card, Reader Reader) : TeamsErrand;

    /// <summary>Draws a message anew.</summary>
    public sealed record Redraw(string ServiceUrl, string Tenant, TeamsMessageId Message, Card Card, Reader Reader, CardRefresh? Refresh) : TeamsErrand;

    /// <summary>Writes a card to one person, in their personal chat.</summary>
    /// <param name="Account">The person's directory object id.</param>
    public sealed record Whisper(string Account, Card Card, Reader Reader) : TeamsErrand;

    /// <summary>Something that takes its time, such as a question to Teams, and tells the rest itself.</summary>
    public sealed record Work(Func<CancellationToken, Task> Do) : TeamsErrand;
}
