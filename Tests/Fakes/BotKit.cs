using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Bot.Handlers.Review;
using AlignmentBot.Bot.Handlers.Setup;
using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Workers;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlignmentBot.Tests.Fakes;

/// <summary>The bot without HTTP: real rules, real store, real workers, one scripted channel, and time that stands still.</summary>
public sealed class BotKit : IAsyncDisposable
{
    private readonly TempFolder folder;
    private int deliveries;

    private BotKit(TempFolder folder, IStore store, ScriptedChannel channel, (string Key, string Value)[] awards)
    {
        this.folder = folder;
        Store = store;
        Channel = channel;
        Clock = new BotClock(Time);
        var channels = new ChannelSet([channel]);
        Rosters = new Rosters(store);
        Channels = channels;
        Views = new LeadViews(store, Rosters, Clock);
        Effects = new LeadEffects(channels);
        Desk = new LeadDesk(store, Rosters, Effects, Clock, Wakeups);
        Figures = new FigureDesk(store, new FigurePace((_, _, _, _) => Task.FromResult<int?>(null)), Rosters, Clock);
        Packs = new Packs(store, Rosters, new PackReading(store, Figures, Clock), channels, Clock);
        Awards = AwardKit.Of(store, Rosters, channels, Clock, Wakeups, folder, awards);
        var cards = new SubjectCards(
            store, Views, new RosterCards(store, Rosters), new SlaSubjects(store, Views, Rosters), new AbsenceCards(store, Rosters, Clock), new ReviewCards(store, Rosters), Awards.GetRequiredService<AwardCards>());
        var delivery = new OutboxDelivery(channels, cards, new DeliveryPlanner(store), new Pacing(), Clock, NullLogger<OutboxDelivery>.Instance);
        Outbox = new OutboxWorker(store, delivery, Clock, Wakeups, Health, NullLogger<OutboxWorker>.Instance);
        var ladder = new LadderHandlers(store, Views, Effects, new LadderEffects(channels), Clock);
        var nudges = new Nudges(store, Rosters, channels, cards, Clock);
        var absences = new AbsenceTurns(store, Rosters, new OpenLeads(store), Desk, Clock);
        Routes = new TimerRoutes(
            new LeadTimerHandlers(store, Views, Effects, Clock), new Retention(store, Clock), ladder, nudges, absences, Packs, Awards.GetRequiredService<AwardTimerHandlers>(), new AgreementChanges(store, Rosters, channels, Clock, Wakeups));
        Timers = new TimerWorker(store, Routes, Clock, Wakeups, Health, NullLogger<TimerWorker>.Instance);
    }

    /// <summary>The folder of everything that the bot keeps.</summary>
    public string Folder => folder.Path;

    /// <summary>The database.</summary>
    public string File => folder.File("bot.db");

    public IStore Store { get; }

    public ChannelSet Channels { get; }

    public Rosters Rosters { get; }

    public ScriptedChannel Channel { get; }

    public ManualTime Time { get; } = new(SamplePod.Morning);

    public BotClock Clock { get; }

    public Wakeups Wakeups { get; } = new();

    public WorkerHealth Health { get; } = new();

    public LeadViews Views { get; }

    public LeadEffects Effects { get; }

    public LeadDesk Desk { get; }

    public FigureDesk Figures { get; }

    public Packs Packs { get; }
    /// <summary>The parts of the monthly awards.</summary>
    public ServiceProvider Awards { get; }

    public OutboxWorker Outbox { get; }

    public TimerRoutes Routes { get; }

    public TimerWorker Timers { get; }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="awards">Settings of section <c>Awards</c>.</param>
    public static async Task<BotKit> Start(ChannelPace? pace = null, (string Key, string Value)[]? awards = null)
    {
        var own = new TempFolder();
        var store = await SqliteStore.Open(own.File("bot.db"), SqliteOpen.Bot, Ct);
        await store.SavePod(SamplePod.Emea, Ct);
        foreach (var member in SamplePod.Everybody)
            await store.SaveMember(member with { SlackUser = "U-" + member.Id }, Ct);
        return new BotKit(own, store, new ScriptedChannel(pace ?? ScriptedChannel.Unhurried), awards ?? []);
    }

    /// <summary>Hands over a lead of this person.</summary>
    public async Task<LeadId> HandOver(string person = "ada")
    {
        var id = new LeadId(person.PadRight(10, 'x'));
        var command = new LeadCommand.HandOver(id, SamplePod.Emea, 1, SamplePod.Whole with { Email = person + "@example.com", ExternalId = null }, null);
        await Desk.HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
        return id;
    }

    public Task<DeskResult> Do(LeadId lead, Member by, LeadCommand command, string? delivery = null) => Desk.Decide(
        lead,
        new LeadRequest(Door.Slack, new Caller.Person(new Visitor(Door.Slack, "U-" + by.Id)), command, delivery ?? $"d{Interlocked.Increment(ref deliveries)}", LeadAnswers.Kept),
        Ct);

    public async ValueTask DisposeAsync()
    {
        Outbox.Dispose();
        Timers.Dispose();
        Wakeups.Dispose();
        await Awards.DisposeAsync();
        await Store.DisposeAsync();
        folder.Dispose();
    }
}
