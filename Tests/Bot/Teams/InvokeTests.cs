using System.Text.Json.Nodes;
using AlignmentBot.Bot;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>Buttons that change their card.</summary>
public sealed class InvokeTests
{
    [Fact]
    public async Task Accept_is_one_press_and_the_answer_is_the_card_with_its_winner()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();

        var answer = await bot.As(SamplePod.Rosa).Press(ActionIds.Accept, lead);

        Assert.Equal((200, 200, "application/vnd.microsoft.card.adaptive"), (answer.Status, answer.Json["statusCode"]!.GetValue<int>(), answer.Type));
        Assert.Contains("Rosa", answer.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(answer.Button(ActionIds.Undo));
        Assert.Empty(AdaptiveCardRules.Of(answer.Card.ToJsonString()));
        Assert.IsType<LeadState.Accepted>(await bot.StateOf(lead));
    }

    [Fact]
    public async Task Fifty_who_press_at_once_have_one_winner_and_49_courteous_answers()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var (rosa, sam) = (bot.As(SamplePod.Rosa), bot.As(SamplePod.Sam));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => (number == 17 ? rosa : sam).Press(ActionIds.Accept, lead, $"token-{number}")));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.IsType<LeadState.Accepted>(await bot.StateOf(lead));
        Assert.Equal(2, (await bot.Store.History(lead, TeamsBot.Ct)).Count);
        var told = answers.Where(answer => answer.Type == "application/vnd.microsoft.activity.message").ToList();
        Assert.Equal(49, told.Count);
        Assert.All(told, answer => Assert.Contains("accepted this lead", answer.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Same_invoke_twice_is_answered_alike_and_done_once()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var press = bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, lead);

        var first = await bot.Post(press);
        var second = await bot.Post(press);

        Assert.Equal((first.Status, first.Type), (second.Status, second.Type));
        Assert.Equal(2, (await bot.Store.History(lead, TeamsBot.Ct)).Count);
    }

    [Fact]
    public async Task Same_press_under_another_id_is_done_once()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Press(ActionIds.Accept, lead, "token-1");
        var undo = rosa.Pressing(ActionIds.Undo, lead, "token-2");
        await bot.Post(undo);
        undo["id"] = TeamsUser.NextId();

        var again = await bot.Post(undo);

        Assert.Equal("application/vnd.microsoft.card.adaptive", again.Type);
        Assert.Equal(3, (await bot.Store.History(lead, TeamsBot.Ct)).Count);
    }

    [Fact]
    public async Task Next_drawing_s_button_is_another_press()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var rosa = bot.As(SamplePod.Rosa);

        var accepted = await rosa.Press(ActionIds.Accept, lead);
        var undone = await rosa.Press(accepted.Button(ActionIds.Undo));
        await rosa.Press(undone.Button(ActionIds.Accept));

        Assert.IsType<LeadState.Accepted>(await bot.StateOf(lead));
        Assert.Equal(4, (await bot.Store.History(lead, TeamsBot.Ct)).Count);
    }

    [Fact]
    public async Task Marketer_who_presses_accept_is_told_who_may()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();

        var answer = await bot.As(SamplePod.Max).Press(ActionIds.Accept, lead);

        Assert.Equal((200, "application/vnd.microsoft.activity.message"), (answer.Json["statusCode"]!.GetValue<int>(), answer.Type));
        Assert.Contains("ales", answer.Sentence, StringComparison.Ordinal);
        Assert.IsType<LeadState.Offered>(await bot.StateOf(lead));
    }

    [Fact]
    public async Task Stranger_is_told_that_they_are_on_no_roster()
    {
        await using var bot = await TeamsBot.Start();

        Assert.Contains("roster", (await bot.As("nobody").Press(ActionIds.Accept, await bot.HandOver())).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lead.accept.v0")]
    [InlineData("")]
    public async Task Button_from_another_age_gets_a_sentence(string verb)
    {
        await using var bot = await TeamsBot.Start();

        var answer = await bot.As(SamplePod.Rosa).Press(verb, await bot.HandOver());

        Assert.Equal((200, "application/vnd.microsoft.activity.message"), (answer.Status, answer.Type));
    }

    [Fact]
    public async Task Each_side_is_shown_its_own_buttons()
    {
        await using var bot = await TeamsBot.Start();
        var subject = Subjects.Lead(await bot.HandOver());

        var sales = await bot.As(SamplePod.Rosa).View(subject);
        var marketing = await bot.As(SamplePod.Max).View(subject);

        Assert.NotNull(sales.Button(ActionIds.Accept));
        Assert.DoesNotContain(ActionIds.Accept, marketing.Body, StringComparison.Ordinal);
        Assert.Equal(ActionIds.View, marketing.Card["refresh"]!["action"]!["verb"]!.GetValue<string>());
        Assert.Equal(subject, marketing.Card["refresh"]!["action"]!["data"]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Lead_that_was_pasted_elsewhere_is_not_drawn_anew_for_a_stranger()
    {
        await using var bot = await TeamsBot.Start();

        var answer = await bot.As("nobody").View(Subjects.Lead(await bot.HandOver()));

        Assert.Equal("application/vnd.microsoft.activity.message", answer.Type);
        Assert.DoesNotContain("Example Ltd", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lead/nothing")]
    [InlineData("line/ab/1")]
    [InlineData("")]
    public async Task View_of_nothing_gets_a_sentence(string subject)
    {
        await using var bot = await TeamsBot.Start();

        Assert.Equal("application/vnd.microsoft.activity.message", (await bot.As(SamplePod.Rosa).View(subject)).Type);
    }

    [Fact]
    public async Task Unknown_invoke_is_not_answered_and_unknown_activities_are_heard()
    {
        await using var bot = await TeamsBot.Start();
        var rosa = bot.As(SamplePod.Rosa);

        Assert.Equal(new TeamsAnswer(501, string.Empty), await bot.Post(rosa.Invoke("fileConsent/invoke", [])));
        foreach (var type in new[] { "messageReaction", "messageUpdate", "messageDelete", "typing", "event", "somethingNew" })
            Assert.Equal(new TeamsAnswer(200, string.Empty), await bot.Post(rosa.Activity(type)));
    }

    [Fact]
    public async Task Who_acts_is_known_from_then_on()
    {
        await using var bot = await TeamsBot.Start();

        await bot.As(SamplePod.Rosa).Press(ActionIds.Accept, await bot.HandOver());

        var place = await bot.Store.FindTeamsPlace(TeamsBot.Channel, TeamsBot.Ct);
        Assert.Equal((TeamsBot.Tenant, TeamsBot.Team, bot.ServiceUrl), (place!.Tenant, place.Team, place.ServiceUrl));
        var rosa = Assert.Single(await bot.Store.FindTeamsPeople([TeamsBot.AccountOf(SamplePod.Rosa)], TeamsBot.Ct));
        Assert.Equal(("29:rosa", "Europe/Berlin", "en-GB"), (rosa.UserId, rosa.TimeZone, rosa.Language));
    }

    [Fact]
    public async Task Store_that_fails_is_answered_with_a_sentence_and_not_with_an_error()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        await bot.Store.DisposeAsync();

        var answer = await bot.As(SamplePod.Rosa).Open(ActionIds.RejectForm, lead.Value);

        Assert.Equal((200, "message"), (answer.Status, answer.Type));
    }

    [Fact]
    public async Task Data_that_is_no_object_is_taken_for_none()
    {
        await using var bot = await TeamsBot.Start();
        var press = bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, await bot.HandOver());
        press["value"]!["action"]!["data"] = "token";

        Assert.Equal("application/vnd.microsoft.activity.message", (await bot.Post(press)).Type);
        press["value"] = "nothing";
        Assert.Equal(501, (await bot.Post(press)).Status);
    }
}
