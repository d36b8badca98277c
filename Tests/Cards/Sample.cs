using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

/// <summary>One pod, five people, one lead in every state of its life.</summary>
internal static class Sample
{
    public static readonly Instant HandedOver = Instant.FromUtc(2026, 11, 20, 9, 15);
    public static readonly Instant Decided = Instant.FromUtc(2026, 11, 20, 9, 42);
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 10, 30);

    public static readonly Pod Pod = new(new PodId("emea"), "EMEA", "Europe/Amsterdam");

    public static readonly Member Rosa = Person("rosa", "Rosa", Side.Sales) with { SlackUser = "U0ROSA", TeamsUser = "aad-rosa" };
    public static readonly Member Sam = Person("sam", "Sam", Side.Sales) with { SlackUser = "U0SAM" };
    public static readonly Member Tina = Person("tina", "Tina", Side.Sales) with { PodLead = true };
    public static readonly Member Max = Person("max", "Max", Side.Marketing) with { SlackUser = "U0MAX", TeamsUser = "aad-max" };
    public static readonly Member Mona = Person("mona", "Mona", Side.Marketing) with { PodLead = true };
    public static readonly Member Gone = Person("gil", "Gil", Side.Sales) with { Active = false };

    public static readonly Roster Roster = new([Rosa, Sam, Tina, Max, Mona, Gone]);

    public static readonly Reader Everyone = Reader.Everyone(Pod);

    public static readonly Brief Ada = new()
    {
        FirstName = "Ada",
        LastName = "Byron",
        Title = "CTO",
        Email = "ada@example.com",
        Phone = "+44 20 7946 0018",
        Company = new Company("Example Ltd", "example.com", "Software", 250, "GB"),
        Source = "webinar",
        Campaign = "Q4 webinar",
        Marketer = "max@example.com",
        Score = 82,
        Activities =
        [
            new Activity(Instant.FromUtc(2026, 11, 20, 9, 14), "page_visited", "Pricing"),
            new Activity(Instant.FromUtc(2026, 11, 19, 14, 0), "webinar_attended", "Data at scale"),
            new Activity(Instant.FromUtc(2026, 11, 18, 8, 30), "demo_requested", null),
            new Activity(Instant.FromUtc(2026, 11, 17, 8, 30), "email_opened", "Newsletter"),
        ],
        Notes = "Asked for a demo before the end of the month.",
        Fields = [new NamedValue("budget", "50k")],
    };

    public static readonly Ownership Rosas = new(Rosa.Id, Decided);
    public static readonly LeadState.Offered Offer = new(HandedOver, null);
    public static readonly UndoPoint Undo = new(Offer, []);
    public static readonly Rejection NoBudget = new(new RejectionReason(RejectionFamily.Definitional, "no_budget"), "They decide on budgets in March. Please keep them warm.");
    public static readonly Money Amount = new(12000m, "EUR");

    /// <summary>Every state, by the name it has in golden files.</summary>
    public static readonly IReadOnlyDictionary<string, LeadState> States = new Dictionary<string, LeadState>(StringComparer.Ordinal)
    {
        ["incomplete"] = new LeadState.Incomplete(["phone", "company.name"], null),
        ["offered"] = Offer,
        ["reserved"] = new LeadState.Offered(HandedOver, Rosa.Id),
        ["accepted"] = new LeadState.Accepted(Rosas, Undo),
        ["contacted"] = new LeadState.Contacted(Rosas, Decided.Plus(Duration.FromMinutes(20))),
        ["qualified"] = new LeadState.Qualified(Rosas, Decided, Decided.Plus(Duration.FromMinutes(30))),
        ["opportunity"] = new LeadState.Opportunity(Rosas, Decided, Decided, Decided.Plus(Duration.FromMinutes(40)), Amount),
        ["won"] = new LeadState.Won(Rosas, Decided, Decided, Decided, Decided.Plus(Duration.FromMinutes(45)), Amount),
        ["lost"] = new LeadState.Lost(Rosas, Decided.Plus(Duration.FromMinutes(45)), "Chose another product"),
        ["rejected"] = new LeadState.Rejected(Rosa.Id, Decided, NoBudget, null, Undo),
        ["recycled"] = new LeadState.Recycled(Decided.Plus(Duration.FromMinutes(45)), NoBudget, "Next call in March"),
    };

    /// <summary>The same a minute after Rosa's decision, when she can still take it back.</summary>
    public static LeadView JustDecided(string state) => View(States[state]) with { Now = Decided.Plus(Duration.FromMinutes(1)) };

    public static LeadView View(LeadState state) => View(state, Ada);

    public static LeadView View(LeadState state, Brief brief) =>
        new(new Lead(new LeadId("ab12cd34ef"), Pod.Id, HandedOver, 1, brief, state, []), Pod, Roster, Now);

    public static Reader As(Member member) => Reader.Of(member, Pod);

    public static LeadEvent Event(LeadFact fact, Author by, int number = 1) =>
        new(new LeadId("ab12cd34ef"), number, Decided, by, Door.Slack, fact);

    public static LeadEvent Event(LeadFact fact, Member by, int number = 1) => Event(fact, new Author.Member(by.Id), number);

    private static Member Person(string id, string name, Side side) => new(new MemberId(id), Pod.Id, id + "@example.com", name, side);
}
