using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

/// <summary>Every fact with the state it leads to and who brings it about.</summary>
internal static class SampleFacts
{
    private static readonly Instant Yesterday = Sample.Decided.Minus(Duration.FromHours(20));

    public static readonly IReadOnlyDictionary<string, (LeadFact Fact, string State)> All = new Dictionary<string, (LeadFact, string)>(StringComparer.Ordinal)
    {
        ["handed-over"] = (new LeadFact.HandedOver(Sample.Pod.Id, 1, Sample.Ada, [], null), "offered"),
        ["handed-over-reserved"] = (new LeadFact.HandedOver(Sample.Pod.Id, 1, Sample.Ada, [], Sample.Rosa.Id), "reserved"),
        ["handed-over-incomplete"] = (new LeadFact.HandedOver(Sample.Pod.Id, 1, Sample.Ada, ["phone"], null), "incomplete"),
        ["handed-over-again"] = (new LeadFact.HandedOverAgain(Sample.Ada), "offered"),
        ["repaired"] = (new LeadFact.Repaired([new NamedValue("phone", "+31 20 555 0100"), new NamedValue("company.name", "Example Ltd")]), "offered"),
        ["completed"] = (new LeadFact.Completed(), "offered"),
        ["accepted"] = (new LeadFact.Accepted(Sample.Rosa.Id), "accepted"),
        ["rejected"] = (new LeadFact.Rejected(Sample.Rosa.Id, Sample.NoBudget), "rejected"),
        ["released"] = (new LeadFact.Released("I am away for two weeks"), "offered"),
        ["reoffered"] = (new LeadFact.ReOffered(null), "offered"),
        ["reoffered-to"] = (new LeadFact.ReOffered(Sample.Rosa.Id), "reserved"),
        ["recycled"] = (new LeadFact.Recycled("Next call in March"), "recycled"),
        ["reassigned"] = (new LeadFact.Reassigned(Sample.Rosa.Id), "contacted"),
        ["passed-on"] = (new LeadFact.PassedOn(null, Sample.Rosa.Id, Clause.Decide), "reserved"),
        ["passed-on-from"] = (new LeadFact.PassedOn(Sample.Sam.Id, Sample.Rosa.Id, Clause.Decide), "reserved"),
        ["snoozed"] = (new LeadFact.Snoozed(Sample.Rosa.Id, Clause.Decide, Sample.Now.Plus(Duration.FromHours(1)), "In a workshop until eleven"), "reserved"),
        ["noted"] = (new LeadFact.RejectionNoted(), "rejected"),
        ["covered"] = (new LeadFact.Covered(Sample.Sam.Id, Sample.Rosa.Id), "contacted"),
        ["covered-by-all"] = (new LeadFact.Covered(Sample.Sam.Id, null), "offered"),
        ["freed"] = (new LeadFact.Freed(Sample.Rosa.Id), "offered"),
        ["undone"] = (new LeadFact.DecisionUndone(), "offered"),
        ["contacted"] = (new LeadFact.Contacted(Sample.Decided), "contacted"),
        ["contacted-yesterday"] = (new LeadFact.Contacted(Yesterday), "contacted"),
        ["qualified"] = (new LeadFact.Qualified(Sample.Decided), "qualified"),
        ["opportunity"] = (new LeadFact.OpportunityOpened(Sample.Decided, null), "opportunity"),
        ["opportunity-amount"] = (new LeadFact.OpportunityOpened(Sample.Decided, Sample.Amount), "opportunity"),
        ["won"] = (new LeadFact.Won(Sample.Decided, null), "won"),
        ["won-amount"] = (new LeadFact.Won(Sample.Decided, Sample.Amount), "won"),
        ["lost"] = (new LeadFact.Lost(Sample.Decided, "Chose another product"), "lost"),
        ["answered"] = (new LeadFact.Commented("1", AnswersRejection: true), "rejected"),
        ["commented"] = (new LeadFact.Commented("2", AnswersRejection: false), "accepted"),
        ["added"] = (new LeadFact.Commented("C0123:1.2", AnswersRejection: false, "https://example.slack.com/archives/C0123/p12"), "accepted"),
    };

    public static LeadView ViewAfter(string name) => Sample.View(Sample.States[All[name].State]);

    public static LeadEvent Event(string name) => Sample.Event(All[name].Fact, name switch
    {
        "accepted" or "snoozed" or "rejected" or "released" or "undone" => Sample.Rosa,
        "reassigned" => Sample.Tina,
        _ => Sample.Max,
    });
}
