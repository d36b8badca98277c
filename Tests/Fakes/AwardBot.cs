using AlignmentBot.Bot;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AlignmentBot.Tests.Fakes;

/// <summary>A pod whose month has had leads, and a clock that stops at every due date on its way.</summary>
public sealed class AwardBot : IAsyncDisposable
{
    public static readonly RoundId November = new("emea.2026-11");

    /// <summary>Monday, 30 November 2026, 10:00 in Amsterdam.</summary>
    public static readonly Instant Opens = Instant.FromUtc(2026, 11, 30, 9, 0);

    /// <summary>Thursday, 3 December, 17:30.</summary>
    public static readonly Instant Closes = Instant.FromUtc(2026, 12, 3, 16, 30);

    /// <summary>Friday, 4 December, 10:00.</summary>
    public static readonly Instant Announces = Instant.FromUtc(2026, 12, 4, 9, 0);

    private int deliveries;

    private AwardBot(BotKit kit) => Kit = kit;

    public BotKit Kit { get; }

    /// <summary>The round that people vote in.</summary>
    public RoundId Current { get; set; } = November;

    public IStore Store => Kit.Store;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="leads">Whether everybody has leads in November, so that everybody is nominated.</param>
    /// <param name="settings">Of section <c>Awards</c>.</param>
    public static async Task<AwardBot> Start(bool leads = true, params (string Key, string Value)[] settings)
    {
        var bot = new AwardBot(await BotKit.Start(awards: settings));
        await bot.Service<AwardPlanning>().Schedule(Ct);
        await bot.Settle();
        if (leads)
            await bot.HandOut("n");
        return bot;
    }

    /// <summary>Every rep accepts one lead of every marketer.</summary>
    /// <param name="month">Makes the leads' people others than in other months.</param>
    public async Task HandOut(string month)
    {
        foreach (var (rep, number) in new[] { SamplePod.Rosa, SamplePod.Sam, SamplePod.Lena }.Select((rep, index) => (rep, index)))
        {
            for (var lead = 0; lead < 3; lead++)
                await LeadFor(rep, new[] { SamplePod.Max, SamplePod.Mia, SamplePod.Mona }[lead], $"{month}{number}{lead}");
        }

        await Settle();
    }

    /// <summary>A pod whose round is open.</summary>
    public static async Task<AwardBot> Open()
    {
        var bot = await Start();
        await bot.MoveTo(Opens);
        return bot;
    }

    public T Service<T>()
        where T : notnull => Kit.Awards.GetRequiredService<T>();

    /// <summary>Moves the clock to a moment, and does on the way whatever falls due.</summary>
    public async Task MoveTo(Instant target)
    {
        while (await NextDue() is { } due && due <= target)
        {
            if (due > Kit.Clock.Now)
                Kit.Time.Advance(due - Kit.Clock.Now);
            await Settle();
        }

        Jump(target);
        await Settle();
    }

    /// <summary>The bot does not run until this moment.</summary>
    public void Jump(Instant target) => Kit.Time.Advance(target - Kit.Clock.Now);

    public async Task Settle()
    {
        await Kit.Timers.Drain(Ct);
        await Kit.Outbox.Drain(Ct);
    }

    public async Task<Round> Round() => (await Store.FindRound(Current, Ct))!.Round;

    public Task<Answer> AskToVote(Member by) => Service<Voting>().Form(new Click(As(by), Delivery(), ActionIds.VoteForm, Current.Value), Ct);

    /// <param name="choice">Null abstains.</param>
    public Task<Answer> Vote(Member by, Member? choice, string? delivery = null) => Send(by, choice?.Id.Value ?? AlignmentBot.Cards.Awards.VoteForm.Abstain, delivery);

    public Task<Answer> Send(Member by, string choice, string? delivery = null) => Service<Voting>().Submit(
        new Submission(As(by), delivery ?? Delivery(), FormIds.Vote, Current.Value, new Dictionary<string, string>(StringComparer.Ordinal) { [FieldNames.Choice] = choice }), Ct);

    public Task<Answer> Check(Member by, string receipt) => Service<ReceiptChecks>().Submit(
        new Submission(As(by), Delivery(), FormIds.CheckReceipt, Current.Value, new Dictionary<string, string>(StringComparer.Ordinal) { [FieldNames.Receipt] = receipt }), Ct);

    public async Task<Answer> Say(Member by, string words, string? delivery = null)
    {
        var call = new CommandCall(As(by), SamplePod.Emea, by, Reader.Of(by, SamplePod.Emea), words[words.IndexOf(' ', StringComparison.Ordinal)..].Trim()) { Delivery = delivery ?? Delivery() };
        var commands = Service<AwardHandlers>();
        return words.Split(' ')[0] switch
        {
            "vote" => await commands.Commands.Vote(call, Ct),
            "awards" => await commands.Commands.Hall(call, Ct),
            _ => await commands.Kudos.Give(call, Ct),
        };
    }

    public Task<Answer> Press(Member by, string action, string value)
    {
        var (click, handlers) = (new Click(As(by), Delivery(), action, value), Service<AwardHandlers>());
        return action switch
        {
            ActionIds.VoteOpenly => handlers.Runs.VoteOpenly(click, Ct),
            ActionIds.NoVote => handlers.Runs.NoVote(click, Ct),
            ActionIds.ReportKudos => handlers.Kudos.Report(click, Ct),
            ActionIds.WithdrawKudos => handlers.Kudos.Withdraw(click, Ct),
            ActionIds.PutBackKudos => handlers.Kudos.PutBack(click, Ct),
            ActionIds.RemoveKudos => handlers.Kudos.Remove(click, Ct),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No such button."),
        };
    }

    /// <summary>The latest state of a card that was posted, or null.</summary>
    public Card? Shown(string subject) => Kit.Channel.Posted.Concat(Kit.Channel.Updated).Where(sent => sent.Posting.Subject == subject).Select(sent => sent.Posting.Card).LastOrDefault();

    /// <summary>What a member was told in private about the awards, by subject, each post once.</summary>
    public IReadOnlyList<string> ToldTo(Member member) => Kit.Channel.Posted
        .Where(sent => sent.Posting.Conversation == "D-" + member.Id && AwardSubjects.Read(sent.Posting.Subject) is not null)
        .Select(sent => sent.Posting.Subject)
        .ToList();

    /// <summary>All that a member was told in private, as it was said.</summary>
    public IReadOnlyList<string> WordsTo(Member member) => Kit.Channel.Posted
        .Where(sent => sent.Posting.Conversation == "D-" + member.Id)
        .Select(sent => Words(sent.Posting.Card))
        .ToList();

    /// <summary>All words of everything in the channel, in the order of posting.</summary>
    public string Channel() => string.Join('\n', Kit.Channel.Posted.Where(sent => sent.Posting.Conversation == "C-emea").Select(sent => Words(sent.Posting.Card)));

    public static string Words(Answer answer) => answer switch
    {
        Answer.Say say => TextClean.Of(say.Text),
        Answer.Show show => Words(show.Card),
        Answer.Correct correct => string.Join(' ', correct.Errors.Select(error => error.Sentence)),
        _ => answer.ToString()!,
    };

    public static string Words(Card card) => string.Join('\n', card.Blocks.Select(block => block switch
    {
        Block.Heading heading => heading.Text,
        Block.Paragraph paragraph => PlainText.Of(paragraph.Runs, Reader.Unknown),
        Block.Status status => PlainText.Of(status.Runs, Reader.Unknown),
        Block.Note note => PlainText.Of(note.Runs, Reader.Unknown),
        Block.Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Label}: {PlainText.Of(fact.Runs, Reader.Unknown)}")),
        Block.Bullets bullets => string.Join('\n', bullets.Lines.Select(line => PlainText.Of(line, Reader.Unknown))),
        Block.Buttons buttons => string.Join(' ', buttons.Items.Select(button => $"[{button.Label}]")),
        _ => string.Empty,
    }));

    public static Visitor As(Member member) => new(Door.Slack, "U-" + member.Id);

    public ValueTask DisposeAsync() => Kit.DisposeAsync();

    private string Delivery() => $"award-{Interlocked.Increment(ref deliveries)}";

    private async Task<Instant?> NextDue()
    {
        var (timer, owed) = (await Store.NextTimerDue(Ct), await Store.NextOwedAt(Ct));
        return timer is null ? owed : owed is null ? timer : Instant.Min(timer.Value, owed.Value);
    }

    private async Task LeadFor(Member rep, Member marketer, string person)
    {
        var id = new LeadId(person.PadRight(10, 'x'));
        var command = new LeadCommand.HandOver(id, SamplePod.Emea, 1, SamplePod.Whole with { Email = person + "@example.com", ExternalId = null, Marketer = marketer.Email }, null);
        await Kit.Desk.HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
        await Kit.Do(id, rep, new LeadCommand.Accept());
    }
}
