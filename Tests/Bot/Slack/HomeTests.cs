using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>Everybody's queue on their Home tab.</summary>
public sealed class HomeTests
{
    [Fact]
    public async Task Rep_sees_what_waits_and_the_tab_follows_the_pod()
    {
        await using var bot = await SlackBot.Start();
        await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.OpenHome("Ev1");
        await Shows(bot, SamplePod.Rosa, "1 lead waits for any rep");

        await bot.Card("bob");

        await Shows(bot, SamplePod.Rosa, "2 leads wait for any rep");
    }

    [Fact]
    public async Task Accepting_on_the_tab_moves_the_lead_into_my_hands()
    {
        await using var bot = await SlackBot.Start();
        await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.OpenHome("Ev1");
        await Shows(bot, SamplePod.Rosa, "1 lead waits for any rep");

        await rosa.ClickHome(Buttons(bot, SamplePod.Rosa).First(button => button.Action == ActionIds.Accept));

        await Shows(bot, SamplePod.Rosa, "1 lead is in your hands");
    }

    [Fact]
    public async Task Marketer_sees_what_came_back_and_hands_over_from_there()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        await bot.As(SamplePod.Rosa).Click(card, ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        await bot.As(SamplePod.Rosa).Submit(bot.Workspace.Views[0], (FieldNames.Reason, "no_budget"));

        await bot.As(SamplePod.Max).OpenHome("Ev1");

        await Shows(bot, SamplePod.Max, "1 lead of yours needs you");
        await bot.As(SamplePod.Max).ClickHome(Buttons(bot, SamplePod.Max).First(button => button.Action == ActionIds.HandOverForm));
        await bot.Until(() => bot.Workspace.Views.Count == 2);
        Assert.Contains("sales of EMEA", bot.Workspace.Views[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Team_lead_sees_how_the_pod_stands()
    {
        await using var bot = await SlackBot.Start();
        await bot.Card();
        await bot.Card("bob");
        await bot.As(SamplePod.Rosa).Click(bot.Workspace.In(SlackBot.Channel)[1], ActionIds.Accept);

        await bot.As(SamplePod.Lena).OpenHome("Ev1");

        await Shows(bot, SamplePod.Lena, "How the pod stands");
        var words = Words(bot, SamplePod.Lena);
        Assert.Contains("waiting for a rep 1 · accepted 1", words, StringComparison.Ordinal);
        Assert.Contains("Rosa 1 · Lena 0 · Sam 0", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_overdue_stands_on_top_once_its_time_is_over_and_not_before()
    {
        await using var bot = await SlackBot.Start();
        var clock = bot.Service<DevClock>();
        await clock.MoveTo(SamplePod.Morning, SlackBot.Ct);
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Click(await bot.Card("ada"), ActionIds.Accept);
        await clock.MoveTo(SamplePod.Minute(230), SlackBot.Ct);
        await rosa.Click(await bot.Card("bob"), ActionIds.Accept);
        await clock.MoveTo(SamplePod.Minute(237), SlackBot.Ct);
        await rosa.OpenHome("Ev1");
        await Shows(bot, SamplePod.Rosa, "2 leads are in your hands");
        Assert.DoesNotContain("verdue", Words(bot, SamplePod.Rosa), StringComparison.Ordinal);

        // Four hours after the first was accepted.
        await clock.MoveTo(SamplePod.Minute(242), SlackBot.Ct);
        await rosa.OpenHome("Ev2");

        await Shows(bot, SamplePod.Rosa, "1 lead is overdue");
        var words = Words(bot, SamplePod.Rosa);
        Assert.Equal(
            ["1 lead is overdue", "ada Byron", "Overdue: first contact was due by", "1 lead is in your hands", "bob Byron"],
            new[] { "1 lead is in your hands", "bob Byron", "1 lead is overdue", "ada Byron", "Overdue: first contact was due by" }.OrderBy(part => words.IndexOf(part, StringComparison.Ordinal)));
        Assert.Contains(Buttons(bot, SamplePod.Rosa), button => button.Action == ActionIds.Contacted);
    }

    [Fact]
    public async Task Answer_that_marketing_owes_is_overdue_for_the_marketer()
    {
        await using var bot = await SlackBot.Start();
        var clock = bot.Service<DevClock>();
        await clock.MoveTo(SamplePod.Morning, SlackBot.Ct);
        await bot.As(SamplePod.Rosa).Click(await bot.Card(), ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        await bot.As(SamplePod.Rosa).Submit(bot.Workspace.Views[0], (FieldNames.Reason, "no_budget"));

        // Eight working hours later: of Friday 7.5 hours are left, so it is Monday.
        await clock.MoveTo(NodaTime.Instant.FromUtc(2026, 11, 23, 9, 0), SlackBot.Ct);
        await bot.As(SamplePod.Max).OpenHome("Ev1");

        await Shows(bot, SamplePod.Max, "1 lead is overdue");
        Assert.DoesNotContain("needs you", Words(bot, SamplePod.Max), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Burst_of_changes_is_drawn_a_few_times_at_most()
    {
        await using var bot = await SlackBot.Start();
        await bot.As(SamplePod.Rosa).OpenHome("Ev1");
        await Shows(bot, SamplePod.Rosa, "Nothing waits for you");

        for (var number = 0; number < 30; number++)
            await bot.HandOver("lead" + number);

        await Shows(bot, SamplePod.Rosa, "30 leads wait for any rep");
        Assert.InRange(bot.Workspace.Drawings(SlackBot.UserOf(SamplePod.Rosa)), 2, 4);
    }

    [Fact]
    public async Task Tab_that_another_process_has_drawn_since_is_drawn_over()
    {
        await using var bot = await SlackBot.Start();
        var user = SlackBot.UserOf(SamplePod.Rosa);
        await bot.As(SamplePod.Rosa).OpenHome("Ev1");
        await Shows(bot, SamplePod.Rosa, "Nothing waits for you");
        bot.Workspace.Publish(user, new System.Text.Json.Nodes.JsonObject { ["blocks"] = new System.Text.Json.Nodes.JsonArray() });

        await bot.HandOver();

        await Shows(bot, SamplePod.Rosa, "1 lead waits for any rep");
    }

    [Fact]
    public async Task Tab_that_could_not_be_drawn_is_tried_again()
    {
        await using var bot = await SlackBot.Start();
        bot.Slack.Fault = method => method == "views.publish" && bot.Slack.Count(method) == 1 ? SlackFault.TooMany : SlackFault.None;

        await bot.As(SamplePod.Rosa).OpenHome("Ev1");

        await Shows(bot, SamplePod.Rosa, "Nothing waits for you");
    }

    [Fact]
    public async Task Opening_the_tab_is_acknowledged_while_Slack_hangs()
    {
        await using var bot = await SlackBot.Start();
        var gate = new TaskCompletionSource();
        bot.Slack.Hold = _ => gate.Task;

        var reply = await bot.As(SamplePod.Rosa).OpenHome("Ev1").WaitAsync(TimeSpan.FromSeconds(3), SlackBot.Ct);

        Assert.Equal(200, reply.Status);
        gate.SetResult();
        await Shows(bot, SamplePod.Rosa, "Nothing waits for you");
    }

    [Fact]
    public async Task Queue_command_answers_members_and_strangers_wherever_they_are()
    {
        await using var bot = await SlackBot.Start();
        await bot.HandOver();

        var mine = await bot.As(SamplePod.Rosa).Slash("queue", "D0ROSA");
        var strangers = await bot.As("U0NOBODY").Slash("queue", "C0OTHER");

        Assert.Contains("1 lead waits for any rep", mine.Words, StringComparison.Ordinal);
        Assert.Contains("/mql setup", strangers.Words, StringComparison.Ordinal);
    }

    private static Task Shows(SlackBot bot, Member member, string words) => bot.Until(() => Words(bot, member).Contains(words, StringComparison.Ordinal));

    private static string Words(SlackBot bot, Member member) => FakeBlocks.Words(bot.Workspace.Home(SlackBot.UserOf(member))?["blocks"]);

    private static IReadOnlyList<FakeButton> Buttons(SlackBot bot, Member member) => FakeBlocks.Buttons(bot.Workspace.Home(SlackBot.UserOf(member))!["blocks"]);
}
