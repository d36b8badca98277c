using AlignmentBot.Bot.Channels.Teams.Inbound;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>What is said to the bot, and below its cards.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("<at>Bot</at> leads", "<at>Bot</at>", "leads")]
    [InlineData("<at>Bot</at>&nbsp;leads\n", "<at>Bot</at>", "leads")]
    [InlineData("hey <AT>bot</AT>  leads", "<at>Bot</at>", "hey leads")]
    [InlineData("<at id=\"0\">Bot</at> leads", "<at>Bot</at>", "leads")]
    [InlineData("<at>Bot</at> ask <at>Adele Vance</at> &amp; me", "<at>Bot</at>", "ask Adele Vance & me")]
    [InlineData("<at>Bot</at>", "<at>Bot</at>", "")]
    public void Bot_s_own_name_is_not_among_the_words(string text, string mention, string words)
    {
        var bot = new TeamsAccount("28:bot", "Bot", null);
        var said = Said(text, bot, new TeamsEntity("mention", mention, bot, null));

        Assert.Equal(new SaidWords(words, Mentioned: true), SaidWords.Of(said));
    }

    [Fact]
    public void Name_that_is_only_written_mentions_nobody()
    {
        var bot = new TeamsAccount("28:bot", "Bot", null);
        var adele = new TeamsEntity("mention", "<at>Bot</at>", new TeamsAccount("29:adele", "Bot", "aad-adele"), null);

        Assert.Equal(new SaidWords("Bot leads", Mentioned: false), SaidWords.Of(Said("<at>Bot</at> leads", bot, adele)));
        Assert.Equal(new SaidWords(string.Empty, Mentioned: false), SaidWords.Of(Said(null, bot)));
    }

    [Fact]
    public async Task Words_below_a_lead_are_kept_by_reference_once()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var thread = await ThreadOf(bot, lead);
        var said = bot.As(SamplePod.Max).Saying("They call back on Monday.", thread);

        await bot.Post(said);
        await bot.Post(said);

        var comment = Assert.Single(await Comments(bot, lead));
        Assert.Equal($"{thread}|{said["id"]}", comment.Reference);
        Assert.DoesNotContain("Monday", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_below_a_lead_is_no_comment_and_neither_are_words_elsewhere()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var thread = await ThreadOf(bot, lead);
        var max = bot.As(SamplePod.Max);

        await max.Say("help", thread);
        await max.Say("They call back on Monday.");
        await max.Say("They call back on Monday.", TeamsBot.Channel + ";messageid=1790000000778");

        Assert.Empty(await Comments(bot, lead));
    }

    [Fact]
    public async Task Words_that_do_not_mention_the_bot_are_kept_below_a_lead_and_nowhere_else()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var thread = await ThreadOf(bot, lead);
        var max = bot.As(SamplePod.Max);

        await max.Say("help, they call back", thread, mention: false);
        await max.Say("They call back on Monday.", mention: false);

        Assert.Single(await Comments(bot, lead));
    }

    [Fact]
    public async Task Button_of_an_old_client_that_comes_as_words_works_once()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var press = bot.As(SamplePod.Rosa).Activity("message");
        press["value"] = bot.As(SamplePod.Rosa).Pressing("lead.accept.v1", lead)["value"]!["action"]!["data"]!.DeepClone();
        press["value"]!["verb"] = "lead.accept.v1";

        Assert.Equal(new TeamsAnswer(200, string.Empty), await bot.Post(press));
        press["id"] = TeamsUser.NextId();
        await bot.Post(press);

        Assert.IsType<LeadState.Accepted>(await bot.StateOf(lead));
        Assert.Equal(2, (await bot.Store.History(lead, TeamsBot.Ct)).Count);
    }

    private static async Task<string> ThreadOf(TeamsBot bot, AlignmentBot.Domain.LeadId lead) => $"{TeamsBot.Channel};messageid={(await bot.CardOf(lead)).Id}";

    private static async Task<IReadOnlyList<LeadFact.Commented>> Comments(TeamsBot bot, AlignmentBot.Domain.LeadId lead) =>
        [.. (await bot.Store.History(lead, TeamsBot.Ct)).Select(happened => happened.Fact).OfType<LeadFact.Commented>()];

    private static TeamsActivity Said(string? text, TeamsAccount bot, params TeamsEntity[] entities) =>
        new("message", "1", "msteams", null, null, null, null, bot, null, text, null, entities, null, null, null, default, null, null);
}
