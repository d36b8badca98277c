using System.Text.Json.Nodes;
using AlignmentBot.Bot.Channels.Teams.Inbound;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>People who are mentioned in commands are meant by their account: two members have the same name.</summary>
public sealed class MentionTests
{
    private static readonly Member OneBo = new(new MemberId("bo1"), Emea.Id, "bo1@example.com", "Bo", Side.Sales);
    private static readonly Member OtherBo = new(new MemberId("bo2"), Emea.Id, "bo2@example.com", "Bo", Side.Sales);

    [Fact]
    public async Task Thanks_go_to_the_one_who_was_mentioned()
    {
        await using var bot = await WithTwoBos();

        await bot.Post(Saying(bot, Max, "kudos <at>Bo</at> for the quick answer", OtherBo));

        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Any(message => message.Words.Contains("the quick answer", StringComparison.Ordinal)));
        var kudos = Assert.Single(await bot.Store.KudosOf(Emea.Id, Minute(-600), Minute(600), TeamsBot.Ct));
        Assert.Equal((Max.Id, OtherBo.Id, "the quick answer"), (kudos.Kudos.From, kudos.Kudos.To, kudos.Kudos.Words));
    }

    [Fact]
    public async Task A_name_alone_that_two_have_is_asked_back()
    {
        await using var bot = await WithTwoBos();

        await bot.As(Max).Say("kudos @Bo for the quick answer");

        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Any(message => message.Words.Contains("“Bo”", StringComparison.Ordinal)));
        Assert.Empty(await bot.Store.KudosOf(Emea.Id, Minute(-600), Minute(600), TeamsBot.Ct));
    }

    [Fact]
    public async Task Figures_are_those_of_the_one_who_was_mentioned()
    {
        await using var bot = await WithTwoBos();

        await bot.Post(Saying(bot, OtherBo, "stats <at>Bo</at> last month", OtherBo));
        await bot.Post(Saying(bot, OtherBo, "stats <at>Bo</at> last month", OneBo));

        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Count == 2);
        var answers = bot.Teams.In(TeamsBot.Channel).Select(message => message.Words).ToList();
        Assert.Single(answers, words => words.Contains("figures are for Bo and the team leads", StringComparison.Ordinal));
        Assert.Single(answers, words => words.StartsWith("No leads were handed over here: Bo, last month.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_takes_over_is_the_one_who_was_mentioned()
    {
        await using var bot = await WithTwoBos();

        await bot.Post(Saying(bot, Rosa, "away 2026-12-24..2027-01-02 backup <at>Bo</at>", OtherBo));

        var rosa = await Eventually.Get(async () => await bot.Store.FindMember(Rosa.Id, TeamsBot.Ct) is { Off: [_, ..] } away ? away : null);
        Assert.Equal(OtherBo.Id, Assert.Single(rosa.Off).Backup);
    }

    [Fact]
    public async Task What_a_sentence_answers_is_done_once_also_where_there_is_no_personal_chat()
    {
        await using var bot = await WithTwoBos();

        await bot.Post(Saying(bot, Max, "kudos <at>Bo</at> for the quick answer", OneBo));

        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Any(message => message.Words.Contains("Your thank-you to Bo is in the channel.", StringComparison.Ordinal)));
        Assert.DoesNotContain(bot.Teams.In(TeamsBot.Channel), message => message.Buttons.Any(button => button.Value.StartsWith("kudos", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<at>Bot</at> kudos <at>Bo</at> and <at>Bo</at>", "kudos <@aad-bo2|Bo> and <@aad-bo1|Bo>")]
    [InlineData("<at>Bo</at> asks <at>Bot</at> about <at>Bo</at>", "<@aad-bo2|Bo> asks about <@aad-bo1|Bo>")]
    [InlineData("<at>Bot</at> kudos <AT id=\"1\">bo</AT>&nbsp;&amp; me", "kudos <@aad-bo2|bo> & me")]
    public void Two_of_one_name_are_told_apart_by_their_order(string text, string command)
    {
        var bot = new TeamsAccount("28:bot", "Bot", null);
        TeamsEntity[] entities = [Entity("Bo", "29:bo2"), Entity("Bo", "29:bo1")];
        var own = new TeamsEntity("mention", "<at>Bot</at>", bot, null);
        entities = text.StartsWith("<at>Bot", StringComparison.Ordinal) ? [own, .. entities] : [entities[0], own, entities[1]];
        var said = new TeamsActivity("message", "1", "msteams", null, null, null, null, bot, null, text, null, entities, null, null, null, default, null, null);

        Assert.Equal(command, SaidWords.Command(said, person => person.Id?.Replace("29:", "aad-", StringComparison.Ordinal)));
    }

    private static TeamsEntity Entity(string name, string id) => new("mention", $"<at>{name}</at>", new TeamsAccount(id, name, null), null);

    private static async Task<TeamsBot> WithTwoBos()
    {
        var bot = await TeamsBot.Start();
        await bot.Service<DevClock>().MoveTo(Morning, TeamsBot.Ct);
        foreach (var bo in new[] { OneBo, OtherBo })
        {
            await bot.Store.SaveMember(bo with { TeamsUser = TeamsBot.AccountOf(bo) }, TeamsBot.Ct);
            await bot.Store.SaveTeamsPerson(new TeamsPerson(TeamsBot.AccountOf(bo), TeamsBot.Tenant, "29:" + bo.Id, bot.ServiceUrl, null, null, null), TeamsBot.Ct);
        }

        return bot;
    }

    /// <summary>As Teams tells it: the mentioned person by Teams' own id alone.</summary>
    private static JsonObject Saying(TeamsBot bot, Member by, string words, Member mentioned)
    {
        var said = bot.As(by).Saying(words);
        said["entities"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "mention", ["text"] = $"<at>{mentioned.Name}</at>", ["mentioned"] = new JsonObject { ["id"] = "29:" + mentioned.Id, ["name"] = mentioned.Name },
        });
        return said;
    }
}
