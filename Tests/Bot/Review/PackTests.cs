using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Review;

/// <summary>Monday's pack: on time, from real records, once.</summary>
public sealed class PackTests
{
    /// <summary>From the Friday morning of the sample to Monday, nine o'clock in Amsterdam.</summary>
    private static readonly Duration UntilMonday = Duration.FromHours(71);

    private static CancellationToken Ct => BotKit.Ct;

    [Fact]
    public async Task The_pack_stands_in_the_channel_on_Monday_at_nine_and_not_before()
    {
        await using var bot = await LastWeek();

        await Advance(bot, UntilMonday - Duration.FromSeconds(1));
        Assert.DoesNotContain(Posted(bot), IsPack);
        await Advance(bot, Duration.FromSeconds(1));

        var pack = Assert.Single(Posted(bot), IsPack);
        Assert.Equal("pack/weekly/emea/2026-11-16", pack.Subject);
        var words = Words(pack.Card);
        Assert.Contains("Last week, 16 Nov to 22 Nov", words, StringComparison.Ordinal);
        Assert.Contains("1 rejection waits for marketing's answer: Ada Byron, Example Ltd", words, StringComparison.Ordinal);
        Assert.Contains("is won. Thank you, Rosa and Max.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sections_that_have_nothing_to_say_are_left_out()
    {
        await using var bot = await LastWeek();
        await Advance(bot, UntilMonday);

        var words = Words(Assert.Single(Posted(bot), IsPack).Card);

        Assert.DoesNotContain("What moved", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_was_down_posts_the_newest_pack_late_and_once()
    {
        await using var bot = await LastWeek();

        // Down over two Mondays; back on the Wednesday after the second.
        await Advance(bot, UntilMonday + Duration.FromDays(9) + Duration.FromHours(2));
        await bot.Timers.Drain(Ct);
        await bot.Packs.Schedule(Ct);
        await Advance(bot, Duration.FromHours(1));

        var pack = Assert.Single(Posted(bot), IsPack);
        Assert.Equal("pack/weekly/emea/2026-11-23", pack.Subject);
    }

    [Fact]
    public async Task The_same_timer_twice_posts_one_pack()
    {
        await using var bot = await LastWeek();
        await Advance(bot, UntilMonday);
        var timer = new AlignmentBot.Storage.Timer("pack/weekly/emea", bot.Clock.Now, "pack", "weekly/emea");

        await bot.Packs.Post(timer, Ct);
        await bot.Outbox.Drain(Ct);

        Assert.Single(Posted(bot), IsPack);
    }

    [Fact]
    public async Task A_pod_where_nothing_happened_is_left_in_peace()
    {
        await using var bot = await BotKit.Start();
        await bot.Packs.Schedule(Ct);

        await Advance(bot, UntilMonday);

        Assert.Empty(Posted(bot));
    }

    [Fact]
    public async Task A_pack_stays_as_it_was_posted()
    {
        await using var bot = await LastWeek();
        await Advance(bot, UntilMonday);
        var before = await bot.Store.FindPack(SamplePod.Emea.Id, AlignmentBot.Domain.Review.PackKind.Weekly, new LocalDate(2026, 11, 16), Ct);

        await bot.Do(new LeadId("adaxxxxxxx"), SamplePod.Max, new LeadCommand.Recycle(null));

        Assert.Equal(before, await bot.Store.FindPack(SamplePod.Emea.Id, AlignmentBot.Domain.Review.PackKind.Weekly, new LocalDate(2026, 11, 16), Ct));
        Assert.Equal(1, before!.Matters.UnansweredCount);
    }

    /// <summary>One lead rejected without an answer, one won.</summary>
    private static async Task<BotKit> LastWeek()
    {
        var bot = await BotKit.Start();
        await bot.Packs.Schedule(Ct);
        var lost = await bot.HandOver("ada");
        await bot.Do(lost, SamplePod.Rosa, new LeadCommand.Reject(SamplePod.NoBudget));
        var won = await bot.HandOver("bea");
        await bot.Do(won, SamplePod.Rosa, new LeadCommand.Accept());
        foreach (var step in new LeadCommand[] { new LeadCommand.Contact(bot.Clock.Now), new LeadCommand.Qualify(bot.Clock.Now), new LeadCommand.OpenOpportunity(bot.Clock.Now, null), new LeadCommand.Win(bot.Clock.Now, SampleLeads.FiftyThousand) })
            await bot.Do(won, SamplePod.Rosa, step);
        await bot.Outbox.Drain(Ct);
        return bot;
    }

    private static async Task Advance(BotKit bot, Duration by)
    {
        bot.Time.Advance(by);
        await bot.Timers.Drain(Ct);
        await bot.Outbox.Drain(Ct);
    }

    private static IEnumerable<AlignmentBot.Bot.Channels.Posting> Posted(BotKit bot) => bot.Channel.Posted.Select(sent => sent.Posting);

    private static bool IsPack(AlignmentBot.Bot.Channels.Posting posting) => posting.Subject.StartsWith("pack/weekly/", StringComparison.Ordinal);

    private static string Words(Card card) => string.Join('\n', card.Blocks.Select(block => block switch
    {
        Block.Heading heading => heading.Text,
        Block.Paragraph paragraph => PlainText.Of(paragraph.Runs, Reader.Unknown),
        Block.Bullets bullets => string.Join('\n', bullets.Lines.Select(line => PlainText.Of(line, Reader.Unknown))),
        _ => string.Empty,
    }));
}
