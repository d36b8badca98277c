using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Tests.Storage;

/// <summary>One pod, two people, and what is done to their leads.</summary>
internal static class Sample
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);
    public static readonly Duration Lease = Duration.FromMinutes(1);

    public static readonly Pod Pod = new(new PodId("emea"), "EMEA", "Europe/Amsterdam") { Holidays = [new LocalDate(2026, 12, 25)], SlackChannel = "C0123" };

    public static readonly Pod Other = new(new PodId("apac"), "APAC", "Asia/Singapore");

    public static readonly Member Rosa = new(new MemberId("rosa1"), Pod.Id, "rosa@example.com", "Rosa", Side.Sales) { SlackUser = "U0123" };

    public static readonly Member Max = new(new MemberId("max1"), Pod.Id, "max@example.com", "Max", Side.Marketing) { PodLead = true };

    public static readonly Actor Crm = new Actor.Crm("k1");

    public static Instant At(int minutes) => Monday + Duration.FromMinutes(minutes);

    public static LeadId Id(int number) => new(string.Create(CultureInfo.InvariantCulture, $"lead{number:000000}"));

    /// <summary>A brief whose person nobody else is.</summary>
    public static Brief BriefOf(int number) => new()
    {
        ExternalId = string.Create(CultureInfo.InvariantCulture, $"hs-{number}"),
        FirstName = "Ada",
        LastName = "Byron",
        Email = string.Create(CultureInfo.InvariantCulture, $"ada{number}@example.com"),
        Company = new Company("Example Ltd", "example.com", "Software", 250, "GB"),
        Score = 82,
        Activities = [new Activity(Monday, "page_visited", "Pricing")],
        Fields = [new NamedValue("budget", "50k")],
    };

    public static LeadWrite HandOver(int number, Instant? at = null, Brief? brief = null, Pod? pod = null) => Decided(
        null, new LeadCommand.HandOver(Id(number), pod ?? Pod, 1, brief ?? BriefOf(number), null), Crm, at ?? Monday, Door.Api);

    public static LeadWrite Accept(StoredLead stored, Instant? at = null) =>
        Decided(stored, new LeadCommand.Accept(), new Actor.Person(Rosa), at ?? At(10), Door.Slack);

    public static LeadWrite Decided(StoredLead? stored, LeadCommand command, Actor actor, Instant at, Door door)
    {
        var happened = Assert.IsType<Decision.Happened>(LeadDecider.Decide(stored?.Lead, command, actor, at));
        var number = stored?.EventCount ?? 0;
        var events = happened.Facts.Select(fact => new LeadEvent(happened.Next.Id, ++number, at, actor.Author, door, fact)).ToValueList();
        return new LeadWrite(happened.Next, stored?.Version ?? 0, events);
    }

    public static Owed Card(int number, string conversation = "C0123", Instant? notBefore = null) => new(
        string.Create(CultureInfo.InvariantCulture, $"card/{number}"), Door.Slack, conversation,
        string.Create(CultureInfo.InvariantCulture, $"slot/{number}"), null, $"lead/{Id(number)}", notBefore ?? Monday);

    public static Delivery Click(string id, string answer = "{}", string? fingerprint = null) => new(Door.Slack, id, fingerprint, answer, Monday);
}
