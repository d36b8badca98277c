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

/// <summary>The whole bot, killed without warning fifty times while many promises run out at once.</summary>
public sealed class LadderKillTests : IDisposable
{
    private const int Kills = 50;
    private const int Leads = 1500;
    private const string Conversation = "pod/emea";

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

    private string StorePath => folder.File("bot.db");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_step_that_was_due_is_taken_once_and_said_once()
    {
        await HandOverLongAgo();
        for (var round = 0; round < Kills; round++)
        {
            await using var bot = await BotProcess.Start(StorePath);
            await Task.Delay(TimeSpan.FromMilliseconds(round * 37 % 160), Ct);
            await bot.Kill9();
        }

        await LetItFinish();

        await using var store = await SqliteStore.Open(StorePath, SqliteOpen.Bot, Ct);
        for (var number = 0; number < Leads; number++)
            await AssertPassedOnOnce(store, IdOf(number));
        await AssertSaidOnce(store);
    }

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

    /// <summary>Leads whose promises ran out while no bot was there.</summary>
    private async Task HandOverLongAgo()
    {
        var then = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - Duration.FromHours(2);
        await using var store = await SqliteStore.Open(StorePath, SqliteOpen.Bot, Ct);
        await store.SavePod(Always, Ct);
        foreach (var member in new[] { SamplePod.Rosa, SamplePod.Sam, SamplePod.Lena with { Weight = 0 } })
            await store.SaveMember(member, Ct);
        var agreement = new PodAgreement(Always.Id, 1, Terms, then, []);
        await store.Commit(new Commit { Agreements = [agreement] }, Ct);
        var policy = new SlaPolicy(agreement, Always, _ => null);
        var roster = new Roster([SamplePod.Rosa, SamplePod.Sam, SamplePod.Lena]);
        var commits = new LeadCommits(new LeadEffects(new ChannelSet([])));
        await Task.WhenAll(Enumerable.Range(0, Leads).Select(async number =>
        {
            var brief = SamplePod.Whole with { Email = string.Create(CultureInfo.InvariantCulture, $"p{number}@example.com"), ExternalId = null, Marketer = null };
            var happened = (Decision.Happened)LeadDecider.Decide(null, new LeadCommand.HandOver(IdOf(number), Always, 1, brief, null), new Actor.Crm("test"), then, policy);
            var commit = commits.Of(null, happened, new LeadView(happened.Next, Always, roster, then) { Policy = policy }, new Author.Crm("test"), Door.Api);
            var subject = AlignmentBot.Bot.Subjects.Lead(IdOf(number));
            await store.Commit(commit with { Owed = [new Owed($"local:{subject}/v1", Door.Local, Conversation, subject, null, subject, then)] }, Ct);
        }));
    }

    private async Task LetItFinish()
    {
        await using var bot = await BotProcess.Start(StorePath);
        await using var store = await SqliteStore.Open(StorePath, SqliteOpen.ReadOnly, Ct);
        while ((await store.Depth(Ct)).Owed > 0 || (await store.NextTimerDue(Ct)) < Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()))
            await Task.Delay(50, Ct);
        await bot.Terminate();
    }

    private static LeadId IdOf(int number) => new(number.ToString("x10", CultureInfo.InvariantCulture));

    public void Dispose() => folder.Dispose();
}
