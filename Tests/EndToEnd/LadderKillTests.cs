using System.Globalization;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>The whole bot, killed without warning fifty times while promises run out: at a moment that a seed chooses, in the gap between the
/// claim of due steps and their commit, and in the gap between that commit and what it owes to be sent.</summary>
public sealed class LadderKillTests : IDisposable
{
    private const int Kills = 51;
    private const int LeadsEach = 40;
    private const int Leads = Kills * LeadsEach;
    private const int LeastHits = 8;
    private const string Conversation = "pod/emea";
    private const string SeedName = "ALIGNMENTBOT_SEED";

    private const string Claimed = "SELECT count(*) FROM timers WHERE held = 1 AND kind = 'sla-step'";
    private const string Waiting = "SELECT count(*) FROM timers WHERE kind = 'sla-step'";
    private const string NotSent = "SELECT count(*) FROM outbox WHERE state = 'owed'";

    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan LongestWork = TimeSpan.FromMilliseconds(120);

    private static readonly ValueList<Shift> AllDay = [new Shift(LocalTime.Midnight, LocalTime.Midnight)];
    private static readonly Pod Always = SamplePod.Emea with { Hours = new WorkWeek(AllDay, AllDay, AllDay, AllDay, AllDay, AllDay, AllDay) };

    /// <summary>When due, the thread and the team lead hear of it; at the same moment the lead is passed on.</summary>
    private static readonly AgreementTerms Terms = AgreementTerms.Default with
    {
        Ladders = [new Ladder(Clause.Decide,
        [
            new LadderStep(StepMoment.Due, StepWho.PodLead, StepHow.Thread, StepWhat.Escalate),
            new LadderStep(StepMoment.Due, StepWho.PodLead, StepHow.Direct, StepWhat.Escalate),
            new LadderStep(StepMoment.AfterDue(Duration.FromSeconds(1)), StepWho.Owner, StepHow.Direct, StepWhat.ReOffer),
        ])],
    };

    private readonly TempFolder folder = new();
    private Microsoft.Data.Sqlite.SqliteConnection? reader;

    private string StorePath => folder.File("bot.db");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_step_that_was_due_is_taken_once_and_said_once()
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable(SeedName), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given : (ulong)TimeProvider.System.GetTimestamp();
        TestContext.Current.TestOutputHelper!.WriteLine($"The same kills again: {SeedName}={seed}");
        await HandOverLongAgo();

        var hits = await KillAgainAndAgain(new Chance(seed));
        await LetItFinish();

        Assert.True(hits.Claimed >= LeastHits && hits.Committed >= LeastHits, $"The kills were badly aimed: {hits}.");
        await using var store = await SqliteStore.Open(StorePath, SqliteOpen.Bot, Ct);
        for (var number = 0; number < Leads; number++)
            await AssertPassedOnOnce(store, IdOf(number));
        await AssertSaidOnce(store);
        Assert.Equal(Leads, Count("SELECT count(*) FROM nudges WHERE subject LIKE 'sla/escalate/%'"));
    }

    /// <summary>In each round more promises run out. How often it was killed with steps claimed and not committed, and with words owed and not sent.</summary>
    private async Task<Hits> KillAgainAndAgain(Chance chance)
    {
        var hits = new Hits(0, 0);
        for (var round = 0; round < Kills; round++)
        {
            await using var bot = BotProcess.Begin(StorePath, $"--Clock:Start={NodaTime.Text.InstantPattern.General.Format(TimeOf(round))}");
            var aim = chance.Next(3);
            var (waiting, owed) = (Count(Waiting), Count(NotSent));
            if (aim == 0)
                await Await(() => Count(Claimed) > 0);
            else if (aim == 1)
                await Await(() => Count(NotSent) > owed);
            else
            {
                await Await(() => Count(Claimed) > 0 || Count(Waiting) < waiting);
                await Task.Delay(TimeSpan.FromMilliseconds(chance.Next((int)LongestWork.TotalMilliseconds)), Ct);
            }

            await bot.Kill9();
            hits = new Hits(hits.Claimed + (Count(Claimed) > 0 ? 1 : 0), hits.Committed + (Count(NotSent) > 0 ? 1 : 0));
        }

        return hits;
    }

    /// <summary>Looks each millisecond: the gap that is aimed at lasts a few.</summary>
    private static async Task Await(Func<bool> holds)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!holds() && watch.Elapsed < Patience)
            await Task.Delay(1, Ct);
    }

    private long Count(string sql)
    {
        reader ??= OpenReader();
        using var command = reader.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private Microsoft.Data.Sqlite.SqliteConnection OpenReader()
    {
        var opened = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={StorePath};Mode=ReadOnly;Pooling=False");
        opened.Open();
        return opened;
    }

    private static Instant TimeOf(int round) => Start + Duration.FromHours(round);

    private sealed record Hits(int Claimed, int Committed);

    private static async Task AssertPassedOnOnce(SqliteStore store, LeadId id)
    {
        var history = await store.History(id, Ct);
        Assert.Single(history, happened => happened.Fact is LeadFact.PassedOn);
        Assert.Equal((await store.FindLead(id, Ct))!.Lead, LeadHistory.Replay(history));
    }

    /// <summary>One line in each lead's thread that the promise was broken, one that it was passed on, and no message twice.</summary>
    private static async Task AssertSaidOnce(SqliteStore store)
    {
        Assert.Equal(new OutboxDepth(0, 0, null), await store.Depth(Ct));
        var top = await store.LocalConversation(Conversation, int.MaxValue, Ct);
        var replies = await store.LocalThreads(top.Select(message => message.Id).ToValueList(), Ct);
        Assert.Equal(Leads, replies.Count(reply => reply.Subject!.StartsWith("sla/escalate/", StringComparison.Ordinal)));
        Assert.Equal(Leads, replies.Count(reply => reply.Subject!.StartsWith("line/", StringComparison.Ordinal)));
        Assert.Equal(replies.Count, replies.Select(reply => reply.Subject).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Leads whose promises run out in one round after the other.</summary>
    private async Task HandOverLongAgo()
    {
        var first = TimeOf(0) - Duration.FromHours(2);
        await using var store = await SqliteStore.Open(StorePath, SqliteOpen.Bot, Ct);
        await store.SavePod(Always, Ct);
        foreach (var member in new[] { SamplePod.Rosa, SamplePod.Sam, SamplePod.Lena with { Weight = 0 } })
            await store.SaveMember(member, Ct);
        var agreement = new PodAgreement(Always.Id, 1, Terms, first, []);
        await store.Commit(new Commit { Agreements = [agreement] }, Ct);
        var policy = new SlaPolicy(agreement, Always, _ => null);
        var roster = new Roster([SamplePod.Rosa, SamplePod.Sam, SamplePod.Lena]);
        var commits = new LeadCommits(new LeadEffects(new ChannelSet([])));
        await Task.WhenAll(Enumerable.Range(0, Leads).Select(async number =>
        {
            // Due one working hour later: before this round begins, and after the one before it has.
            var then = TimeOf(number / LeadsEach) - Duration.FromMinutes(70);
            var brief = SamplePod.Whole with { Email = string.Create(CultureInfo.InvariantCulture, $"p{number}@example.com"), ExternalId = null, Marketer = null };
            var happened = (Decision.Happened)LeadDecider.Decide(null, new LeadCommand.HandOver(IdOf(number), Always, 1, brief, null), new Actor.Crm("test"), then, policy);
            var commit = commits.Of(null, happened, new LeadView(happened.Next, Always, roster, then) { Policy = policy }, new Author.Crm("test"), Door.Api);
            var subject = AlignmentBot.Bot.Subjects.Lead(IdOf(number));
            await store.Commit(commit with { Owed = [new Owed($"local:{subject}/v1", Door.Local, Conversation, subject, null, subject, then)] }, Ct);
        }));
    }

    private async Task LetItFinish()
    {
        await using var bot = await BotProcess.Start(StorePath, $"--Clock:Start={NodaTime.Text.InstantPattern.General.Format(TimeOf(Kills))}");
        await using var store = await SqliteStore.Open(StorePath, SqliteOpen.ReadOnly, Ct);
        while ((await store.Depth(Ct)).Owed > 0 || (await store.NextTimerDue(Ct)) < TimeOf(Kills))
            await Task.Delay(50, Ct);
        await bot.Terminate();
    }

    private static LeadId IdOf(int number) => new(number.ToString("x10", CultureInfo.InvariantCulture));

    public void Dispose()
    {
        reader?.Dispose();
        folder.Dispose();
    }
}
