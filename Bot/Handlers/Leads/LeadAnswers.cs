using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>Turns how a request ended into what the person sees.</summary>
public static class LeadAnswers
{
    /// <summary>The answer that is kept: the card in which they acted shows the lead anew.</summary>
    public static string Kept(LeadView view) => StoredAnswer.Write(new Answer.Redraw(Subjects.Lead(view.Lead.Id)));

    public static Answer Of(DeskResult result, Visitor who) => result switch
    {
        DeskResult.Done done => new Answer.Redraw(Subjects.Lead(done.View.Lead.Id)),
        DeskResult.Repeated repeated => StoredAnswer.Read(repeated.Earlier.Answer),
        DeskResult.Refused refused => Refused(refused.Why, refused.View, who),
        _ => throw new NotSupportedException($"No answer for {result.GetType().Name}."),
    };

    public static Answer Refused(Refusal why, LeadView? view, Visitor who) =>
        new Answer.Say(Refusals.Sentence(why, view, ReaderOf(view, who)), Tone.Warning);

    /// <summary>The reader behind a visitor; somebody unknown reads the pod's language.</summary>
    public static Reader ReaderOf(LeadView? view, Visitor who) => view is null
        ? Reader.Unknown
        : ReaderOf(view.Pod, view.Roster.FindByAccount(who.Door, who.Account));

    public static Reader ReaderOf(Pod pod, Member? member) => member is null ? Reader.Everyone(pod) : Reader.Of(member, pod);
}
