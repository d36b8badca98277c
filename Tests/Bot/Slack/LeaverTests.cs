using System.Text.Json.Nodes;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Channels.Slack.Directory;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>People who leave the workspace.</summary>
public sealed class LeaverTests
{
    private static readonly string Rosa = SlackBot.UserOf(SamplePod.Rosa);

    [Fact]
    public async Task Whoever_leaves_is_off_the_roster_their_reserved_leads_are_freed_and_the_team_lead_hears_of_it()
    {
        await using var bot = await SlackBot.Start();
        await bot.Service<DevClock>().MoveTo(SamplePod.Morning, SlackBot.Ct);
        var card = await bot.Card();
        await bot.Reserve(new LeadId("adaxxxxxxx"), SamplePod.Rosa);
        await bot.Until(() => card.Words.Contains("Waiting for Rosa", StringComparison.Ordinal));
        bot.Slack.Directory.Person(Rosa, "Rosa", "rosa@example.com", flags: "deleted");

        await bot.Door.Event(Closed(Rosa), "Ev1");

        await bot.Until(() => card.Words.Contains("Waiting for a rep", StringComparison.Ordinal));
        await bot.Until(() => bot.Workspace.In("D0LENA").Count == 1);
        Assert.Contains("Rosa has left and is off the roster of EMEA.", bot.Workspace.In("D0LENA")[0].Words, StringComparison.Ordinal);
        await bot.Until(() => Member(bot, SamplePod.Rosa) is { Active: false });
        Assert.Empty(bot.Workspace.In("D0MONA"));
    }

    [Fact]
    public async Task What_an_event_says_counts_only_when_Slack_confirms_it()
    {
        await using var bot = await SlackBot.Start();
        await bot.Service<DevClock>().MoveTo(SamplePod.Morning, SlackBot.Ct);

        await bot.Door.Event(Closed(Rosa), "Ev1");
        bot.Slack.Directory.Person(SlackBot.UserOf(SamplePod.Sam), "Sam", "sam@example.com", flags: "deleted");
        await bot.Door.Event(Closed(SlackBot.UserOf(SamplePod.Sam)), "Ev2");

        await bot.Until(() => Member(bot, SamplePod.Sam) is { Active: false });
        Assert.True(Member(bot, SamplePod.Rosa)!.Active);
    }

    [Fact]
    public async Task Daily_question_finds_those_whose_leaving_was_not_heard()
    {
        await using var bot = await SlackBot.Start();
        bot.Slack.Directory.Unknown.Add(Rosa);

        await bot.Service<SlackLeavers>().AskForAll(TimeSpan.Zero, SlackBot.Ct);

        Assert.False(Member(bot, SamplePod.Rosa)!.Active);
        Assert.True(Member(bot, SamplePod.Sam)!.Active);
    }

    [Fact]
    public async Task Token_of_another_workspace_takes_nobody_off()
    {
        await using var bot = await SlackBot.Start();
        foreach (var member in SamplePod.Everybody)
            bot.Slack.Directory.Unknown.Add(SlackBot.UserOf(member));

        await bot.Service<SlackLeavers>().AskForAll(TimeSpan.Zero, SlackBot.Ct);

        Assert.All(SamplePod.Everybody, member => Assert.True(Member(bot, member)!.Active));
    }

    [Fact]
    public async Task Profile_that_changes_otherwise_is_not_asked_for()
    {
        await using var bot = await SlackBot.Start();

        await bot.Door.Event(new JsonObject { ["type"] = "user_change", ["user"] = new JsonObject { ["id"] = Rosa, ["deleted"] = false } }, "Ev1");
        await bot.Card();

        Assert.Equal(0, bot.Slack.Count("users.info"));
    }

    private static Member? Member(SlackBot bot, Member member) => bot.Store.FindMember(member.Id, SlackBot.Ct).AsTask().GetAwaiter().GetResult();

    private static JsonObject Closed(string user) =>
        new() { ["type"] = "user_change", ["user"] = new JsonObject { ["id"] = user, ["deleted"] = true, ["profile"] = new JsonObject { ["real_name"] = "Somebody" } } };
}
