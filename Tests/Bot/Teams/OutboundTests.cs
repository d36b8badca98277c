using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Channels.Teams.Outbound;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>What is owed arrives, whatever Teams does meanwhile.</summary>
public sealed class OutboundTests
{
    private const string Create = "POST v3/conversations";
    private const string Put = "PUT v3/conversations/{}/activities/{}";

    [Theory]
    [InlineData(FakeFault.TooMany)]
    [InlineData(FakeFault.Precondition)]
    [InlineData(FakeFault.BadGateway)]
    [InlineData(FakeFault.Unavailable)]
    [InlineData(FakeFault.Cut)]
    [InlineData(FakeFault.SlowBody)]
    [InlineData(FakeFault.Unauthorized)]
    public async Task Card_arrives_exactly_once_after_a(FakeFault fault)
    {
        await using var bot = await SendingBot.Start();
        OnlyFirst(bot, Create, fault);

        var card = await bot.Card();
        await bot.Do(new("adaxxxxxxx"), SamplePod.Rosa, new LeadCommand.Accept());

        await bot.Until(() => card.Edits > 0 && card.Words.Contains("Rosa", StringComparison.Ordinal));
        Assert.Single(bot.Teams.In(SendingBot.Channel));
    }

    /// <summary>The exception that the protocol leaves: a post whose answer was lost cannot be found again.</summary>
    [Theory]
    [InlineData(FakeFault.DoneThenBadGateway)]
    [InlineData(FakeFault.DoneThenCut)]
    [InlineData(FakeFault.DoneThenSilent)]
    public async Task Card_whose_answer_was_lost_stands_twice_and_the_second_one_follows_the_lead(FakeFault fault)
    {
        await using var bot = await SendingBot.Start(callTimeout: "00:00:01");
        OnlyFirst(bot, Create, fault);
        var lead = await bot.HandOver();
        await bot.Until(() => bot.CardsOf(lead).Count == 2);

        await bot.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());

        await bot.Until(() => bot.CardsOf(lead)[1].Words.Contains("Rosa", StringComparison.Ordinal));
        Assert.Equal(0, bot.CardsOf(lead)[0].Edits);
        Assert.All(bot.CardsOf(lead), card => Assert.Equal("Action.Execute", card.Card["refresh"]!["action"]!["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Post_that_is_doubtful_twice_is_parked_and_tried_again_an_hour_later()
    {
        await using var bot = await SendingBot.Start();
        bot.Connector.Fault = call => call.Kind == Create ? FakeFault.BadGateway : FakeFault.None;
        var lead = await bot.HandOver();

        Assert.Equal("ambiguous", (await bot.Parked()).Reason);
        Assert.Equal(2, bot.Connector.Count(Create));

        bot.Connector.Fault = _ => FakeFault.None;
        await bot.Service<TeamsUpkeep>().OweAgain(SendingBot.Ct);
        await bot.Until(() => bot.CardsOf(lead).Count == 1);
    }

    [Fact]
    public async Task Failure_of_Teams_itself_is_not_tried_again_at_once()
    {
        await using var bot = await SendingBot.Start();
        bot.Connector.Fault = call => call.Kind == Create ? FakeFault.ServerError : FakeFault.None;
        var lead = await bot.HandOver();

        Assert.Equal("service_error", (await bot.Parked()).Reason);
        Assert.Equal(1, bot.Connector.Count(Create));

        bot.Connector.Fault = _ => FakeFault.None;
        await bot.Service<TeamsUpkeep>().OweAgain(SendingBot.Ct);
        await bot.Until(() => bot.CardsOf(lead).Count == 1);
    }

    [Theory]
    [InlineData(FakeFault.DoneThenCut)]
    [InlineData(FakeFault.DoneThenBadGateway)]
    [InlineData(FakeFault.TooMany)]
    public async Task Update_is_repeated_until_it_is_clear(FakeFault fault)
    {
        await using var bot = await SendingBot.Start();
        var card = await bot.Card();
        var left = 3;
        bot.Connector.Fault = call => call.Kind == Put && Interlocked.Decrement(ref left) >= 0 ? fault : FakeFault.None;

        await bot.Do(new("adaxxxxxxx"), SamplePod.Rosa, new LeadCommand.Accept());

        await bot.Until(() => left < 0 && card.Words.Contains("Rosa", StringComparison.Ordinal));
        Assert.Empty(await bot.Store.Parked(10, SendingBot.Ct));
        Assert.Single(bot.Teams.In(SendingBot.Channel));
    }

    [Fact]
    public async Task Where_the_app_is_not_installed_messages_wait_until_it_is()
    {
        await using var bot = await SendingBot.Start();
        bot.Connector.Fault = _ => FakeFault.NotInstalled;
        var lead = await bot.HandOver();
        Assert.Equal("BotNotInConversationRoster", (await bot.Parked()).Reason);

        bot.Connector.Fault = _ => FakeFault.None;
        await bot.Store.OweAgain(Door.Teams, SendingBot.Channel, ["BotNotInConversationRoster"], SendingBot.Ct);
        bot.Service<Wakeups>().Outbox.Ring();

        await bot.Until(() => bot.CardsOf(lead).Count == 1);
    }

    [Fact]
    public async Task Line_about_a_rejection_stands_in_the_cards_thread_and_the_marketer_is_told_in_a_chat_that_is_started_once()
    {
        await using var bot = await SendingBot.Start();
        await bot.Service<DevClock>().MoveTo(SamplePod.Morning, SendingBot.Ct);
        var card = await bot.Card();
        var lead = new AlignmentBot.Domain.LeadId("adaxxxxxxx");
        await bot.Do(lead, SamplePod.Rosa, new LeadCommand.Reject(SamplePod.NoBudget));

        await bot.Until(() => bot.Teams.Thread(card).Count == 1 && bot.Teams.In(SendingBot.ChatOf(SamplePod.Max)).Count == 1);
        Assert.Contains("They said next year.", bot.Teams.Thread(card)[0].Words, StringComparison.Ordinal);

        await bot.Do(lead, SamplePod.Max, new LeadCommand.ReOffer(null));
        await bot.Do(lead, SamplePod.Sam, new LeadCommand.Reject(SamplePod.NoBudget));
        await bot.Until(() => bot.Teams.In(SendingBot.ChatOf(SamplePod.Max)).Count == 2);
Assert.Equal(2, bot.Connector.Count(Create));
    }

    [Fact]
    public async Task Marketer_is_mentioned_where_the_line_asks_for_them()
    {
        await using var bot = await SendingBot.Start();
        await bot.Service<DevClock>().MoveTo(SamplePod.Morning, SendingBot.Ct);
        var card = await bot.Card();
        await bot.Do(new("adaxxxxxxx"), SamplePod.Rosa, new LeadCommand.Reject(SamplePod.WrongData));

        await bot.Until(() => bot.Teams.Thread(card).Count == 1);
        var line = bot.Teams.Thread(card)[0].Card;
        var mention = Assert.Single(line["msteams"]!["entities"]!.AsArray())!;
        Assert.Equal("<at>Max</at>", mention["text"]!.GetValue<string>());
        Assert.Equal(SendingBot.AccountOf(SamplePod.Max), mention["mentioned"]!["id"]!.GetValue<string>());
        Assert.Contains("<at>Max</at>", bot.Teams.Thread(card)[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notification_says_the_cards_summary() =>
        await InABot(async bot => Assert.Contains("ada", (await bot.Card()).Summary, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public async Task Burst_of_200_leads_becomes_few_messages_in_which_each_lead_has_its_buttons()
    {
        await using var bot = await SendingBot.Start();
        var blocked = new TaskCompletionSource();
        bot.Connector.Hold = _ => blocked.Task;
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => bot.HandOver($"lead{number}")));
        bot.Connector.Hold = _ => Task.CompletedTask;
        blocked.SetResult();

        await bot.Teams.Until(() => Offered(bot).Count == 200, TimeSpan.FromSeconds(60), SendingBot.Ct);

        Assert.InRange(bot.Teams.In(SendingBot.Channel).Count, 20, 25);
    }

    [Fact]
    public async Task Token_that_is_taken_no_more_is_renewed_once_for_all_calls()
    {
        await using var bot = await SendingBot.Start();
        await bot.Card();
        Assert.Equal(1, bot.Connector.Tokens.Count);

        bot.Connector.Tokens.Spoil();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => bot.Card($"lead{number}")));

        Assert.Equal(2, bot.Connector.Tokens.Count);
    }

    [Fact]
    public async Task Secret_that_has_ended_is_said_with_what_to_do_and_nothing_is_lost()
    {
        await using var bot = await SendingBot.Start();
        bot.Connector.Tokens.Refusal = "invalid_client";

        await bot.HandOver();

        await bot.Log.Until("AADSTS7000215 The client secret or certificate is not valid");
        Assert.DoesNotContain(FakeTokenEndpoint.Secret, bot.Log.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.Store.Parked(10, SendingBot.Ct));
        Assert.Empty(bot.Connector.Calls);
    }

    [Fact]
    public async Task Token_never_goes_to_an_address_that_is_not_allowed()
    {
        await using var bot = await SendingBot.Start();
        await using var other = await FakeConnector.Start();
        await bot.Store.SaveTeamsPlace(new(SendingBot.Channel, AlignmentBot.Storage.TeamsPlaceKind.Channel, other.ServiceUrl, FakeConnector.Tenant, null, null, null, null), SendingBot.Ct);

        await bot.HandOver();

        Assert.Equal("service_url_not_allowed", (await bot.Parked()).Reason);
        Assert.Empty(other.Calls);
    }

    private static async Task InABot(Func<SendingBot, Task> look)
    {
        await using var bot = await SendingBot.Start();
        await look(bot);
    }

    private static void OnlyFirst(SendingBot bot, string kind, FakeFault fault)
    {
        var left = 1;
        bot.Connector.Fault = call => call.Kind == kind && Interlocked.Decrement(ref left) == 0 ? fault : FakeFault.None;
    }

    private static HashSet<string> Offered(SendingBot bot) => bot.Teams.In(SendingBot.Channel)
        .SelectMany(message => message.Buttons)
        .Where(button => button.Verb == ActionIds.Accept)
        .Select(button => button.Value)
        .ToHashSet(StringComparer.Ordinal);
}
