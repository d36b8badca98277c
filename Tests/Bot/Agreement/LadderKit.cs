using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Agreement;

/// <summary>The whole bot with time that is moved: every due date on the way is handled at its moment.</summary>
internal sealed class LadderKit(BotKit bot) : IAsyncDisposable
{
    private static readonly Instant Start = SamplePod.Morning;

    public BotKit Bot => bot;

    public static async Task<LadderKit> Open(Func<Member, Member>? change = null, Func<Pod, Pod>? pod = null)
    {
        var kit = new LadderKit(await BotKit.Start());
        if (pod is not null)
            await kit.Bot.Store.SavePod(pod(SamplePod.Emea), BotKit.Ct);
        foreach (var member in SamplePod.Everybody)
            await kit.Bot.Store.SaveMember((change ?? (same => same))(member with { SlackUser = "U-" + member.Id }), BotKit.Ct);
        return kit;
    }

    /// <summary>Lets the clock run to so many minutes after Friday morning, 10:00 in Amsterdam.</summary>
    public Task At(int minute) => To(SamplePod.Minute(minute));

    public async Task To(Instant target)
    {
        await Settle();
        while (await NextDue() is { } due && due <= target)
        {
            if (due > bot.Clock.Now)
                bot.Time.Advance(due - bot.Clock.Now);
            await Settle();
        }

        bot.Time.Advance(target - bot.Clock.Now);
        await Settle();
    }

    /// <summary>Moves the clock with nobody there to see it, as when the bot was down.</summary>
    public void Skip(Instant target) => bot.Time.Advance(target - bot.Clock.Now);

    public async Task Settle()
    {
        await bot.Timers.Drain(BotKit.Ct);
        await bot.Outbox.Drain(BotKit.Ct);
    }

    /// <summary>What a member was told in private so far: minute and words.</summary>
    public IReadOnlyList<string> Told(Member member) => bot.Channel.Posted
        .Where(sent => sent.Posting.Conversation == "D-" + member.Id)
        .Select(sent => AlignmentBot.Cards.TextClean.Of(Words(sent.Posting.Card)))
        .ToList();

    /// <summary>What stands in the pod's channel and its threads, the cards of leads left out.</summary>
    public IReadOnlyList<string> Said() => bot.Channel.Posted
        .Where(sent => sent.Posting.Conversation == "C-emea" && AlignmentBot.Bot.Subjects.AsLead(sent.Posting.Subject) is null)
        .Select(sent => Words(sent.Posting.Card))
        .ToList();

    /// <summary>The card that was drawn anew last, in words.</summary>
    public string Redrawn() => Words(bot.Channel.Updated.Last().Posting.Card);

    public async Task<Lead> Lead(LeadId id) => (await bot.Store.FindLead(id, BotKit.Ct))!.Lead;

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private static string Words(Card card)
    {
        var reader = Reader.Everyone(SamplePod.Emea);
        return string.Join(" | ", card.Blocks.Select(block => block switch
        {
            Block.Heading heading => heading.Text,
            Block.Paragraph paragraph => PlainText.Of(paragraph.Runs, reader),
            Block.Status status => PlainText.Of(status.Runs, reader),
            Block.Note note => PlainText.Of(note.Runs, reader),
            Block.Bullets bullets => string.Join("; ", bullets.Lines.Select(line => PlainText.Of(line, reader))),
            Block.Buttons buttons => "[" + string.Join(", ", buttons.Items.Select(button => button.Label)) + "]",
            _ => string.Empty,
        }).Where(words => words.Length > 0));
    }

    private async Task<Instant?> NextDue()
    {
        var (timer, owed) = (await bot.Store.NextTimerDue(BotKit.Ct), await bot.Store.NextOwedAt(BotKit.Ct));
        return timer is null ? owed : owed is null ? timer : Instant.Min(timer.Value, owed.Value);
    }
}
