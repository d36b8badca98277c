using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Queue;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

/// <summary>Every kind of card and form, with the reader it is drawn for.</summary>
internal static class SampleCards
{
    public static readonly IReadOnlyDictionary<string, (Card Card, Reader Reader)> Cards = All().ToDictionary(StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, Form> Forms = WithAwards(new Dictionary<string, Form>(StringComparer.Ordinal)
    {
        ["form-reject"] = LeadForms.Reject(Sample.View(Sample.Offer), Sample.Everyone),
        ["form-release"] = LeadForms.Release(Sample.View(Sample.States["accepted"]), Sample.Everyone),
        ["form-supply"] = LeadForms.Repair(Sample.View(Sample.States["incomplete"]), Sample.Everyone),
        ["form-correct"] = LeadForms.Repair(Sample.View(Sample.States["rejected"]), Sample.Everyone),
        ["form-reassign"] = LeadForms.Reassign(Sample.View(Sample.States["accepted"]), Sample.Everyone),
        ["form-reassign-nobody"] = LeadForms.Reassign(Sample.View(Sample.Offer) with { Roster = new Roster([Sample.Max]) }, Sample.Everyone),
        ["form-win"] = LeadForms.Win(Sample.View(Sample.States["opportunity"]), Sample.Everyone),
        ["form-lose"] = LeadForms.Lose(Sample.View(Sample.States["contacted"]), Sample.Everyone),
        ["form-hand-over"] = SampleSetups.HandOver,
        ["form-hand-over-pods"] = SampleSetups.HandOverOfTwo,
        ["form-add"] = SampleSetups.Add,
        ["form-setup"] = SetupForm.Draw(SampleSetups.New, Sample.Everyone),
        ["form-setup-again"] = SetupForm.Draw(SampleSetups.Change, Sample.Everyone),
        ["form-away"] = SampleCalendars.AwayAsked,
        ["form-hours"] = SampleCalendars.HoursAsked,
        ["form-holidays"] = SampleCalendars.Import,
        ["form-snooze"] = SamplePromises.Snooze,
        ["form-clause"] = SamplePromises.Change,
        ["form-opportunity"] = LeadForms.Opportunity(Sample.View(Sample.States["qualified"]), Sample.Everyone),
    });

    private static IEnumerable<KeyValuePair<string, (Card, Reader)>> All()
    {
        foreach (var (name, card, reader) in SamplePromises.Cards())
            yield return new(name, (card, reader));
        foreach (var (name, state) in Sample.States)
            yield return Shared("lead-" + name, LeadCard.Draw(Sample.View(state), Sample.Everyone));
        yield return Shared("lead-due", LeadCard.Draw(Sample.View(Sample.Offer) with { DecideBy = Sample.Now.Plus(Duration.FromHours(2)) }, Sample.Everyone));
        yield return Shared("lead-just-accepted", LeadCard.Draw(Sample.JustDecided("accepted"), Sample.Everyone));
        yield return Shared("lead-just-rejected", LeadCard.Draw(Sample.JustDecided("rejected"), Sample.Everyone));
        yield return Shared("lead-bare", LeadCard.Draw(Sample.View(Sample.Offer, new Brief()), Sample.Everyone));

        foreach (var name in SampleFacts.All.Keys)
        {
            if (LeadLine.Draw(SampleFacts.ViewAfter(name), SampleFacts.Event(name), Sample.Everyone, namesLead: false) is { } line)
                yield return Shared("line-" + name, line);
        }

        yield return Shared("line-rejected-digest", LeadLine.Draw(SampleFacts.ViewAfter("rejected"), SampleFacts.Event("rejected"), Sample.Everyone, namesLead: true)!);
        yield return Shared("said-in-teams", SaidLine.Draw(SampleFacts.ViewAfter("commented"), SampleFacts.Event("commented") with { Door = Door.Teams }, "Calling them at *three* <today>.", Sample.Everyone, namesLead: false));
        yield return Shared("said-in-slack-digest", SaidLine.Draw(SampleFacts.ViewAfter("commented"), SampleFacts.Event("commented") with { Door = Door.Slack }, "Calling them\nat three.", Sample.Everyone, namesLead: true));
        yield return For("notice-rejected", Sample.Max, reader => LeadNotice.Draw(SampleFacts.ViewAfter("rejected"), SampleFacts.Event("rejected"), reader)!);
        yield return For("notice-reserved", Sample.Rosa, reader => LeadNotice.Draw(SampleFacts.ViewAfter("handed-over-reserved"), SampleFacts.Event("handed-over-reserved"), reader)!);
        yield return For("notice-given", Sample.Rosa, reader => LeadNotice.Draw(SampleFacts.ViewAfter("reassigned"), SampleFacts.Event("reassigned"), reader)!);
        yield return For("history", Sample.Rosa, reader => LeadHistoryCard.Draw(SampleFacts.ViewAfter("won-amount"), Story(), reader));
        yield return Shared("digest", LeadDigestCard.Draw([Sample.View(Sample.Offer), Sample.View(Sample.States["accepted"]), Sample.View(Sample.States["incomplete"])], Sample.Everyone));
        yield return For("list", Sample.Rosa, reader => LeadListCard.Draw([Sample.View(Sample.States["contacted"])], [Sample.View(Sample.Offer), Sample.View(Sample.States["reserved"])], reader));
        yield return For("list-empty", Sample.Rosa, reader => LeadListCard.Draw([], [], reader));
        yield return For("queue-rep", Sample.Rosa, _ => SampleQueues.Draw(SampleQueues.Rep));
        yield return For("queue-marketer", Sample.Max, _ => SampleQueues.Draw(SampleQueues.Marketer));
        yield return For("queue-lead", Sample.Tina, _ => SampleQueues.Draw(SampleQueues.Lead));
        yield return For("queue-two-pods", Sample.Rosa, _ => SampleQueues.Draw(SampleQueues.Two));
        yield return For("queue-quiet", Sample.Mona, _ => SampleQueues.Draw(SampleQueues.Quiet));
        yield return Shared("queue-stranger", QueueCard.Stranger(Sample.Everyone));
        foreach (var award in SampleAwards.Cards())
            yield return award;
        yield return Shared("setup", SetupCard.Draw(SampleSetups.Finished, Sample.Everyone));
        yield return Shared("setup-teams", SetupCard.Draw(SampleSetups.FinishedInTeams, Sample.Everyone));
        yield return For("left", Sample.Tina, reader => LeftCard.Draw(Sample.Gone, Sample.Pod, 2, reader));
        foreach (var (name, card, reader) in SampleCalendars.Cards)
            yield return new(name, (card, reader));
        yield return For("which", Sample.Rosa, reader => WhichLeadCard.Draw("C0123:1790000000.000200", reader));
        foreach (var (name, card) in SampleStats.Cards)
            yield return Shared(name, card);
        foreach (var (name, card) in SampleReview.Cards)
            yield return Shared(name, card);
        yield return For("help", Sample.Rosa, reader => HelpCard.Draw([("/mql leads", "card.list.heading"), ("/mql lead ID", "card.help.heading")], reader));
    }

    private static Dictionary<string, Form> WithAwards(Dictionary<string, Form> forms)
    {
        foreach (var (name, form) in SampleAwards.Forms())
            forms.Add(name, form);
        foreach (var (name, form) in SampleReview.Forms)
            forms.Add(name, form);
        return forms;
    }

    private static LeadEvent[] Story()
    {
        string[] names = ["handed-over", "accepted", "contacted-yesterday", "qualified", "opportunity-amount", "commented", "won-amount"];
        return [.. names.Select((name, index) => SampleFacts.Event(name) with { Number = index + 1 })];
    }

    private static KeyValuePair<string, (Card, Reader)> Shared(string name, Card card) => new(name, (card, Sample.Everyone));

    private static KeyValuePair<string, (Card, Reader)> For(string name, Member member, Func<Reader, Card> draw)
    {
        var reader = Sample.As(member);
        return new(name, (draw(reader), reader));
    }
}
