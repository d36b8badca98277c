using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>The shortcut "Add to lead" on any message.</summary>
public sealed class AdditionTests
{
    private const string Elsewhere = "C0SALES";
    private const string Ts = "1790000000.000700";

    private static readonly LeadId Ada = new("adaxxxxxxx");

    [Fact]
    public async Task Message_becomes_part_of_the_lead_and_its_thread_links_to_it()
    {
        await using var bot = await Start();
        var card = await bot.Card();
        var form = await Form(bot);

        var options = await bot.As(SamplePod.Rosa).Type(form, FieldNames.Lead, "byron ada@");
        await bot.As(SamplePod.Rosa).Submit(form, (FieldNames.Lead, Assert.Single(options).Value));
        await Shown(bot, "is part of ada Byron, Example Ltd now");

        await bot.Until(() => bot.Workspace.Thread(card).Count == 1);
        Assert.Contains("https://example.slack.com/archives/C0SALES/p1790000000000700", bot.Workspace.Thread(card)[0].Blocks.ToJsonString(), StringComparison.Ordinal);
        var kept = Assert.IsType<LeadFact.Commented>((await bot.Store.History(Ada, SlackBot.Ct))[^1].Fact);
        Assert.Equal(("C0SALES:1790000000.000700", "https://example.slack.com/archives/C0SALES/p1790000000000700"), (kept.Reference, kept.Link));
    }

    [Fact]
    public async Task Options_are_the_open_leads_and_nothing_typed_shows_the_newest()
    {
        await using var bot = await Start();
        await bot.HandOver();
        await bot.HandOver("bob");
        await bot.HandOver("eve");
        var form = await Form(bot);

        Assert.Equal(3, (await bot.As(SamplePod.Rosa).Type(form, FieldNames.Lead, string.Empty)).Count);
        Assert.Equal("bobxxxxxxx", Assert.Single(await bot.As(SamplePod.Rosa).Type(form, FieldNames.Lead, "bobx")).Value);
        Assert.Empty(await bot.As(SamplePod.Rosa).Type(form, FieldNames.Lead, "nobody"));
        Assert.Empty(await bot.As("U0NOBODY").Type(form, FieldNames.Lead, string.Empty));
    }

    [Fact]
    public async Task Message_in_a_channel_without_the_bot_asks_for_an_invitation()
    {
        await using var bot = await Start();
        await bot.HandOver();
        var form = await Form(bot);
        bot.Slack.Channels.Remove(Elsewhere);

        await bot.As(SamplePod.Rosa).Submit(form, (FieldNames.Lead, Ada.Value));

        await Shown(bot, "Invite me to its channel");
        Assert.Single(await bot.Store.History(Ada, SlackBot.Ct));
    }

    [Fact]
    public async Task No_lead_chosen_is_said_at_its_field()
    {
        await using var bot = await Start();
        var form = await Form(bot);

        var reply = await bot.As(SamplePod.Rosa).Submit(form);

        Assert.NotNull(reply.Json["errors"]![FieldNames.Lead]);
    }

    [Fact]
    public async Task Somebody_of_no_roster_adds_nothing()
    {
        await using var bot = await Start();
        await bot.HandOver();
        var form = await Form(bot);

        await bot.As("U0NOBODY").ShortcutOn(Elsewhere, Ts, ActionIds.AddForm);
        await bot.Until(() => bot.Workspace.Views.Count == 2);
        Assert.Contains("not on this pod's roster", bot.Workspace.Views[1].Words, StringComparison.Ordinal);

        var reply = await bot.As("U0NOBODY").Submit(form, (FieldNames.Lead, Ada.Value));
        Assert.Contains("not on this pod's roster", reply.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_form_sent_twice_adds_once()
    {
        await using var bot = await Start();
        var card = await bot.Card();
        var form = await Form(bot);

        await bot.As(SamplePod.Rosa).Submit(form, (FieldNames.Lead, Ada.Value));
        await Shown(bot, "is part of");
        await bot.As(SamplePod.Rosa).Submit(form, (FieldNames.Lead, Ada.Value));
        await bot.Until(() => bot.Slack.Count("chat.getPermalink") == 2);
        await bot.HandOver("last");
        await bot.Until(() => bot.Workspace.In(SlackBot.Channel).Count == 2);

        Assert.Equal(2, (await bot.Store.History(Ada, SlackBot.Ct)).Count);
        Assert.Single(bot.Workspace.Thread(card));
    }

    private static async Task<SlackBot> Start()
    {
        var bot = await SlackBot.Start();
        bot.Slack.Channels[Elsewhere] = new FakeChannel("sales");
        return bot;
    }

    private static async Task<FakeView> Form(SlackBot bot)
    {
        await bot.As(SamplePod.Rosa).ShortcutOn(Elsewhere, Ts, ActionIds.AddForm);
        return await Shown(bot, "To which lead?");
    }

    private static async Task<FakeView> Shown(SlackBot bot, string words)
    {
        await bot.Until(() => bot.Workspace.Views is [var view, ..] && view.Words.Contains(words, StringComparison.Ordinal));
        return bot.Workspace.Views[0];
    }
}
