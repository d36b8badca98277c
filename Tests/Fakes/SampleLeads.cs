using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Fakes;

/// <summary>One lead in each state, brought there by the rules themselves. Rosa decides at minute 10; each later step takes ten minutes more.</summary>
public static class SampleLeads
{
    public static readonly Money FiftyThousand = new(50_000m, "EUR");

    public static readonly Lead Incomplete = HandedOver(Partial);

    public static readonly Lead Offered = HandedOver(Whole);

    /// <summary>Offered, and meant for Rosa.</summary>
    public static readonly Lead Reserved = HandedOver(Whole, Rosa);

    public static readonly Lead Accepted = Offered.Then(new LeadCommand.Accept(), Rosa, 10);

    public static readonly Lead Contacted = Accepted.Then(new LeadCommand.Contact(Minute(20)), Rosa, 20);

    public static readonly Lead Qualified = Contacted.Then(new LeadCommand.Qualify(Minute(30)), Rosa, 30);

    public static readonly Lead Opportunity = Qualified.Then(new LeadCommand.OpenOpportunity(Minute(40), FiftyThousand), Rosa, 40);

    public static readonly Lead Won = Opportunity.Then(new LeadCommand.Win(Minute(50), null), Rosa, 50);

    public static readonly Lead Lost = Opportunity.Then(new LeadCommand.Lose(Minute(50), "Chose a competitor"), Rosa, 50);

    public static readonly Lead Rejected = Offered.Then(new LeadCommand.Reject(NoBudget), Rosa, 10);

    /// <summary>Rejected, and marketing has replied.</summary>
    public static readonly Lead Answered = Rejected.Then(new LeadCommand.Comment("m-1"), Max, 20);

    public static readonly Lead Recycled = Rejected.Then(new LeadCommand.Recycle("Ask again in spring"), Max, 20);

    public static readonly ValueList<Lead> InEveryState =
        [Incomplete, Offered, Accepted, Contacted, Qualified, Opportunity, Won, Lost, Rejected, Recycled];

    public static Lead HandedOver(Brief brief, Member? reservedFor = null) =>
        After(LeadDecider.Decide(null, new LeadCommand.HandOver(Id, Emea, 1, brief, reservedFor?.Id), By(Max), Morning));

    /// <summary>The lead after a command that must be granted.</summary>
    public static Lead Then(this Lead lead, LeadCommand command, Member by, int minute) =>
        After(LeadDecider.Decide(lead, command, By(by), Minute(minute)));

    private static Lead After(Decision decision) => Assert.IsType<Decision.Happened>(decision).Next;
}
