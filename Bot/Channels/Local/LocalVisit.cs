using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>Who looks at the page, and at which pod. There is no login: a visitor says who they are.</summary>
public sealed record LocalVisit(Pod Pod, Member Persona)
{
    public Visitor Who => new(Door.Local, Persona.Id.Value);

    public Reader Reader => Reader.Of(Persona, Pod);

    public Texts Texts => Texts.For(Reader.Language);

    /// <summary>The pod's conversation.</summary>
    public string Channel => LocalConversations.Of(Pod.Id);

    /// <summary>The conversation that only this person reads.</summary>
    public string Direct => LocalConversations.Of(Persona.Id);
}
