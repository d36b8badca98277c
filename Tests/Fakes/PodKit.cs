using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.HandOver;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Bot.Handlers.Setup;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Tests.Fakes;

/// <summary>The handlers beside one lead's own buttons, with a scripted workplace.</summary>
public sealed class PodKit(BotKit bot) : IAsyncDisposable
{
    public BotKit Bot => bot;

    public ScriptedWorkplace Workplace { get; } = new();

    public OpenLeads Open { get; } = new(bot.Store);

    public Queues Queues => new(bot.Store, bot.Rosters, new QueueReading(bot.Store, Open, bot.Views, bot.Clock));

    public HandOvers HandOvers => new(Queues, bot.Desk, bot.Store, bot.Wakeups);

    public LeadAdditions Additions => new(Queues, Search, bot.Views, bot.Desk, new WorkplaceSet([Workplace]));

    public LeadSearch Search => new(Queues, Open);

    public RosterLeaving Leaving => new(bot.Store, bot.Rosters, bot.Desk);

    public Departures Departures => new(bot.Store, Leaving, bot.Channels, bot.Clock, bot.Wakeups);

    public static async Task<PodKit> Start() => new(await BotKit.Start());

    public static Visitor As(Member member) => new(Door.Slack, "U-" + member.Id);

    /// <summary>Fills in the hand-over form.</summary>
    public Task<Answer> HandOver(Member by, params (string Field, string Value)[] answers) => HandOvers.Submit(
        new Submission(As(by), "form-1", FormIds.HandOver, answers.Any(answer => answer.Field == FieldNames.Pod) ? string.Empty : SamplePod.Emea.Id.Value, answers.ToDictionary(answer => answer.Field, answer => answer.Value, StringComparer.Ordinal)),
        BotKit.Ct);

    /// <summary>What somebody's queue says, in words.</summary>
    public async Task<string> Queue(Member member)
    {
        var page = await Queues.Draw(As(member), AlignmentBot.Cards.Queue.QueueCard.RowsOnPage, BotKit.Ct);
        return string.Join('\n', page.Card.Blocks.Select(block => block switch
        {
            Block.Heading heading => heading.Text,
            Block.Paragraph paragraph => PlainText.Of(paragraph.Runs, page.Reader),
            Block.Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Label}: {PlainText.Of(fact.Runs, page.Reader)}")),
            _ => string.Empty,
        }));
    }

    /// <summary>The leads of the pod, newest first.</summary>
    public async Task<IReadOnlyList<Lead>> Leads() =>
        (await Open.Newest(new(SamplePod.Emea.Id, ValueList<string>.Empty, null, null, 1), BotKit.Ct)).Leads;

    public ValueTask DisposeAsync() => bot.DisposeAsync();
}
