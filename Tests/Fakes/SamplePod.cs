using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Tests.Fakes;

/// <summary>One pod with fixed people, leads and moments, so that tests speak of Rosa and Max and never of ids.</summary>
public static class SamplePod
{
    /// <summary>A Friday, 10:00 in Amsterdam.</summary>
    public static readonly Instant Morning = Instant.FromUtc(2026, 11, 20, 9, 0);

    public static readonly Pod Emea = new(new PodId("emea"), "EMEA", "Europe/Amsterdam");

    public static readonly Pod Apac = new(new PodId("apac"), "APAC", "Asia/Singapore");

    public static readonly Member Rosa = Rep("rosa", "Rosa");

    public static readonly Member Sam = Rep("sam", "Sam");

    /// <summary>Lead of the sales side.</summary>
    public static readonly Member Lena = Rep("lena", "Lena") with { PodLead = true };

    public static readonly Member Max = Marketer("max", "Max");

    public static readonly Member Mia = Marketer("mia", "Mia");

    /// <summary>Lead of the marketing side.</summary>
    public static readonly Member Mona = Marketer("mona", "Mona") with { PodLead = true };

    /// <summary>A rep who has left the roster.</summary>
    public static readonly Member Gone = Rep("gus", "Gus") with { Active = false };

    /// <summary>A rep of another pod.</summary>
    public static readonly Member Stranger = Rep("kim", "Kim") with { Pod = Apac.Id };

    public static readonly ValueList<Member> Everybody = [Rosa, Sam, Lena, Max, Mia, Mona];

    public static readonly LeadId Id = new("ab12cd34ef");

    /// <summary>Everything that the card can show, and everything that the pod requires.</summary>
    public static readonly Brief Whole = new()
    {
        ExternalId = "hs-123",
        FirstName = "Ada",
        LastName = "Byron",
        Title = "CTO",
        Email = "ada@example.com",
        Phone = "+44 20 7946 0000",
        Company = new Company("Example Ltd", "example.com", "Software", 250, "GB"),
        Source = "webinar",
        Campaign = "Q4 webinar",
        Marketer = Max.Email,
        Score = 82,
        Activities = [new Activity(Morning - Duration.FromMinutes(46), "page_visited", "Pricing"), new Activity(Morning - Duration.FromDays(1), "webinar_attended", "Q4 webinar")],
        Notes = "Asked for a demo",
        Fields = [new NamedValue("budget", "50k")],
    };

    /// <summary>Lacks the mail address and the company's name, which the pod requires.</summary>
    public static readonly Brief Partial = new() { FirstName = "Ada", LastName = "Byron", Phone = "+44 20 7946 0000", Source = "webinar", Score = 55 };

    public static readonly Rejection NoBudget = new(new RejectionReason(RejectionFamily.Definitional, "no_budget"), "They said next year.");

    public static readonly Rejection WrongData = new(new RejectionReason(RejectionFamily.Clerical, "wrong_data"), "The number is not theirs.");

    public static readonly Rejection Misrouted = new(new RejectionReason(RejectionFamily.Procedural, "misrouted"), null);

    /// <summary>The moment so many minutes after <see cref="Morning"/>.</summary>
    public static Instant Minute(int minutes) => Morning + Duration.FromMinutes(minutes);

    public static Actor By(Member member) => new Actor.Person(member);

    private static Member Rep(string id, string name) => new(new MemberId(id), Emea.Id, $"{id}@example.com", name, Side.Sales);

    private static Member Marketer(string id, string name) => new(new MemberId(id), Emea.Id, $"{id}@example.com", name, Side.Marketing);
}
