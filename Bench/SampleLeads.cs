using System.Globalization;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bench;

/// <summary>A pod with many offered leads of usual size, and what accepting one of them commits.</summary>
internal static class SampleLeads
{
    public const string PodName = "emea";
    public const string RepName = "rosa";

    private const int PerCommit = 500;
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Instant Friday = Monday - Duration.FromDays(3);
    public static readonly Pod Pod = new(new PodId(PodName), "EMEA", "Europe/Amsterdam") { SlackChannel = "C0123" };
    private static readonly Member Rosa = new(new MemberId(RepName), Pod.Id, "rosa@example.com", "Rosa", Side.Sales) { SlackUser = "U0ROSA" };
    private static readonly Member Lena = new(new MemberId("lena"), Pod.Id, "lena@example.com", "Lena", Side.Sales) { SlackUser = "U0LENA" };
    private static readonly Actor.Person ByRosa = new(Rosa);
    private static readonly Actor Crm = new Actor.Crm("bench");

    public static async Task Seed(IStore store, int count)
    {
        await store.SavePod(Pod, CancellationToken.None);
        await store.SaveMember(Rosa, CancellationToken.None);
        await store.SaveMember(Lena, CancellationToken.None);
        foreach (var numbers in Enumerable.Range(0, count).Chunk(PerCommit))
            await store.Commit(new Commit { Leads = [.. numbers.Select(HandOver)] }, CancellationToken.None);
    }

    /// <summary>The pod talks in Teams, too, and its rep has an account there.</summary>
    public static async Task BindToTeams(IStore store, string channel, string account)
    {
        await store.SavePod(Pod with { TeamsChannel = channel }, CancellationToken.None);
        await store.SaveMember(Rosa with { TeamsUser = account }, CancellationToken.None);
    }

    /// <summary>The whole decision: load, decide, commit event, card, delivery and undo timer.</summary>
    public static async Task Accept(IStore store, int number, Func<Commit, ValueTask<CommitResult>> commit)
    {
        var stored = await store.FindLead(Id(number), CancellationToken.None) ?? throw new InvalidOperationException($"No lead {number}.");
        var now = Monday + Duration.FromHours(1) + Duration.FromMilliseconds(number);
        if (LeadDecider.Decide(stored.Lead, new LeadCommand.Accept(), ByRosa, now) is not Decision.Happened happened)
            throw new InvalidOperationException($"Lead {number} cannot be accepted.");
        if (await commit(CommitOf(stored, happened, now)) is not CommitResult.Done)
            throw new InvalidOperationException($"Lead {number} was not committed.");
    }

    private static Commit CommitOf(StoredLead stored, Decision.Happened happened, Instant now)
    {
        var id = stored.Lead.Id;
        var number = stored.EventCount;
        return new Commit
        {
            Leads = [new LeadWrite(happened.Next, stored.Version, [.. happened.Facts.Select(fact => new LeadEvent(id, ++number, now, ByRosa.Author, Door.Slack, fact))])],
            // Like a trigger id of Slack, which begins with a number that grows.
            Delivery = new Delivery(Door.Slack, $"{now.ToUnixTimeMilliseconds()}.738474920.{id}0123456789abcdef", null, """{"text":"It is yours."}""", now),
            Owed = [new Owed($"lead/{id}/{number}", Door.Slack, "C0123", $"lead/{id}", null, $"lead/{id}", now)],
            Timers = [new Timer($"undo/{id}", now + Pod.UndoWindow, "undo", $"lead/{id}")],
        };
    }

    /// <summary>One offered lead as it is drawn.</summary>
    public static LeadView View() => new(HandOver(1).Lead, Pod, new Roster([Rosa]), Monday + Duration.FromMinutes(10));

    private static LeadWrite HandOver(int number)
    {
        var at = Friday + Duration.FromMilliseconds(number * 1500L);
        var happened = (Decision.Happened)LeadDecider.Decide(null, new LeadCommand.HandOver(Id(number), Pod, 1, BriefOf(number), null), Crm, at);
        return new LeadWrite(happened.Next, 0, [new LeadEvent(happened.Next.Id, 1, at, Crm.Author, Door.Api, happened.Facts[0])]);
    }

    public static Brief BriefOf(int number) => new()
    {
        ExternalId = string.Create(CultureInfo.InvariantCulture, $"hs-{number}"),
        FirstName = "Ada",
        LastName = "Byron",
        Title = "CTO",
        Email = string.Create(CultureInfo.InvariantCulture, $"ada{number}@example.com"),
        Phone = "+44 20 7946 0000",
        Company = new Company("Example Ltd", "example.com", "Software", 250, "GB"),
        Source = "webinar",
        Campaign = "Q4 webinar",
        Marketer = "max@example.com",
        Score = 82,
        Activities = [new Activity(Monday, "page_visited", "Pricing"), new Activity(Monday, "webinar_attended", "Q4 webinar")],
        Notes = "Asked for a demo",
        Fields = [new NamedValue("budget", "50k")],
    };

    // As the bot makes them: the minute of the hand-over, 40 leads a minute, then letters spread by chance.
    public static LeadId Id(int number) => new(
        (0x20000 + (number / 40)).ToString("x5", CultureInfo.InvariantCulture) + ((ulong)(uint)number * 0x9E3779B97F4A7C15).ToString("x16", CultureInfo.InvariantCulture)[..5]);
}
