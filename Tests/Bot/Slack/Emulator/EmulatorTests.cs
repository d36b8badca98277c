using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Emulator;

namespace AlignmentBot.Tests.Bot.Slack.Emulator;

/// <summary>The running bot against Slack as others understood it, through each of its doors.</summary>
public sealed class EmulatorTests
{
    private static readonly LeadId Ada = new("adaxxxxxxx");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Accept_is_one_click_and_the_card_tells_everybody(bool socket)
    {
        await using var bot = await EmulatedBot.Start(socket);
        var card = await bot.Card();
        Assert.Contains("Ada Byron", card.Words, StringComparison.Ordinal);
        Assert.Equal("slack:lead/adaxxxxxxx/v1", card.Effect);

        var acknowledged = await bot.As("rosa").Click(card, ActionIds.Accept);

        Assert.Null(acknowledged);
        var redrawn = await bot.Message(message => message.Ts == card.Ts && message.Words.Contains("Accepted by Rosa", StringComparison.Ordinal));
        Assert.DoesNotContain(redrawn.Buttons, button => button.Action == ActionIds.Accept);
        Assert.Equal(SamplePod.Rosa.Id, Assert.IsType<LeadState.Accepted>((await bot.Store.FindLead(Ada, EmulatedBot.Ct))!.Lead.State).Owned.Owner);
        Assert.Empty(bot.Front.TurnedDown);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Loser_of_a_race_and_the_wrong_side_are_told_so_alone(bool socket)
    {
        await using var bot = await EmulatedBot.Start(socket);
        var card = await bot.Card();
        await bot.As("rosa").Click(card, ActionIds.Accept);

        await bot.As("sam").Click(card, ActionIds.Accept);
        await bot.Whisper("Rosa");
        await bot.As("max").Click(card, ActionIds.Accept);

        await bot.Whisper("Sales decides this");
        Assert.Equal(2, bot.Front.Whispers.Count);
        Assert.Empty(bot.Front.TurnedDown);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rejection_asks_in_a_modal_and_the_talk_in_the_thread_is_kept_by_reference(bool socket)
    {
        await using var bot = await EmulatedBot.Start(socket);
        // In the hours of the marketer, who is mentioned only then.
        await bot.Clock.MoveTo(SamplePod.Morning, EmulatedBot.Ct);
        var card = await bot.Card();

        await bot.As("rosa").Click(card, ActionIds.RejectForm);
        var form = await bot.Modal("Why does this lead not fit");
        var faulty = await bot.As("rosa").Submit(form);
        var done = await bot.As("rosa").Submit(form, (FieldNames.Reason, "no_budget"), (FieldNames.Note, "They said next year."));
        var line = await bot.Reply(card, reply => reply.Words.Contains("They said next year.", StringComparison.Ordinal));
        await bot.As("max").Reply(card, "Thank you, we will keep in touch with them.");

        Assert.Equal("errors", faulty!["response_action"]!.GetValue<string>());
        Assert.Null(done);
        Assert.Contains($"{bot.Emulator.UserId("max")}", line.Words, StringComparison.Ordinal);
        var told = await Eventually.Get(async () => (await bot.Store.History(Ada, EmulatedBot.Ct)).LastOrDefault(happened => happened.Fact is LeadFact.Commented));
        var reference = ((LeadFact.Commented)told.Fact).Reference;
        Assert.Contains(await bot.Emulator.Thread(card), reply => reference == $"{reply.Channel}:{reply.Ts}" && reply.Text == "Thank you, we will keep in touch with them.");
        Assert.Empty(bot.Front.TurnedDown);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pod_is_made_by_chat_and_a_test_lead_proves_it(bool socket)
    {
        await using var bot = await EmulatedBot.StartWithoutPod(socket);
        var rosa = bot.As("rosa");

        await rosa.Slash("setup");
        var form = await bot.Modal("This makes a pod");
        await rosa.Submit(form, (FieldNames.PodName, "Leads"), (FieldNames.TimeZone, "Europe/Amsterdam"),
            (FieldNames.SalesPeople, bot.Emulator.UserId("rosa") + "," + bot.Emulator.UserId("sam")), (FieldNames.MarketingPeople, bot.Emulator.UserId("max")));
        await rosa.Click(await bot.Modal("is set up"), ActionIds.TestLead);

        var card = await bot.Message(message => message.Words.Contains("This is a test lead", StringComparison.Ordinal));
        await bot.As("sam").Click(card, ActionIds.Accept);
        await bot.Message(message => message.Words.Contains("Accepted by sam", StringComparison.OrdinalIgnoreCase));
        Assert.All(bot.Front.TurnedDown, refused => Assert.StartsWith("/usergroups", refused, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Command_is_answered_on_the_spot(bool socket)
    {
        await using var bot = await EmulatedBot.Start(socket);

        var answer = await bot.As("rosa").Slash("help");

        Assert.Equal("ephemeral", answer!["response_type"]!.GetValue<string>());
        Assert.Contains("lead ID", answer.ToJsonString(), StringComparison.Ordinal);
    }
}
