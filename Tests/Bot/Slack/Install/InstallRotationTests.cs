using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Slack.Install;
using AlignmentBot.Tests.Fakes.Slack;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Slack.Install;

/// <summary>Tokens that end after twelve hours. The fake fails the test when a refresh token is used twice.</summary>
public sealed class InstallRotationTests
{
    private const int TwelveHours = 43_200;
    private static readonly Duration Life = Duration.FromHours(12);
    private static readonly Duration Ahead = Duration.FromHours(2);
    private static readonly Duration Moment = Duration.FromSeconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_calls_with_an_ended_token_renew_it_once()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.Api(FakeTeam.Example).AuthTest(Ct)));

        Assert.All(answers, answer => Assert.True(answer.Ok));
        Assert.Single(bot.Slack.OAuth.Refreshes);
    }

    [Fact]
    public async Task Twenty_calls_that_Slack_calls_expired_renew_the_token_once_and_are_made_again()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Slack.OAuth.Spoil(FakeTeam.Example, "token_expired");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.Api(FakeTeam.Example).AuthTest(Ct)));

        Assert.All(answers, answer => Assert.True(answer.Ok));
        Assert.Single(bot.Slack.OAuth.Refreshes);
    }

    [Fact]
    public async Task Token_is_renewed_two_hours_before_its_end()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life - Ahead);

        await bot.Get<SlackRotation>().RenewDue(Ct);

        Assert.Single(bot.Slack.OAuth.Refreshes);
        Assert.Equal(Instant.FromDateTimeOffset(bot.Time.GetUtcNow()) + Life, (await bot.Installed(FakeTeam.Example)).ExpiresAt);
    }

    [Fact]
    public async Task Token_is_left_alone_before_that()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life - Ahead - Moment);

        await bot.Get<SlackRotation>().RenewDue(Ct);

        Assert.Empty(bot.Slack.OAuth.Refreshes);
    }

    [Fact]
    public async Task Token_that_does_not_rotate_is_never_renewed()
    {
        await using var bot = await InstallBot.StartInstalled();
        bot.Time.Advance(Duration.FromDays(400));

        await bot.Get<SlackRotation>().RenewDue(Ct);

        Assert.True((await bot.Api(FakeTeam.Example).AuthTest(Ct)).Ok);
        Assert.Empty(bot.Slack.OAuth.Refreshes);
    }

    [Fact]
    public async Task New_pair_is_durable_before_it_is_used()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life);
        var store = bot.Store;
        long? stored = null;
        bot.Slack.Hold = async method => stored = method == "auth.test" ? (await store.FindInstallation(FakeTeam.Example.Id, Ct))!.Version : stored;

        await bot.Api(FakeTeam.Example).AuthTest(Ct);

        Assert.Equal(2, stored);
    }

    [Fact]
    public async Task Renewed_pair_is_the_one_that_is_there_after_a_restart()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life);
        await bot.Api(FakeTeam.Example).AuthTest(Ct);
        bot.Time.Advance(Life);

        await bot.Restart();
        await bot.Api(FakeTeam.Example).AuthTest(Ct);

        Assert.Equal(2, bot.Slack.OAuth.Refreshes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task While_Slack_gives_no_token_calls_wait_and_nothing_ends()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life);
        bot.Slack.Fault = method => method == "oauth.v2.access" ? SlackFault.ServerError : SlackFault.None;
        await Assert.ThrowsAsync<ChannelUnavailableException>(() => bot.Api(FakeTeam.Example).AuthTest(Ct));

        bot.Slack.Fault = _ => SlackFault.None;

        Assert.True((await bot.Api(FakeTeam.Example).AuthTest(Ct)).Ok);
    }

    [Fact]
    public async Task Old_token_goes_on_while_the_next_one_is_not_to_be_had()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life - Moment);
        bot.Slack.Fault = method => method == "oauth.v2.access" ? SlackFault.ServerError : SlackFault.None;

        await bot.Get<SlackRotation>().RenewDue(Ct);

        Assert.True((await bot.Api(FakeTeam.Example).AuthTest(Ct)).Ok);
        Assert.Contains("was not renewed", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_client_secret_ends_no_installation()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life);
        bot.Slack.OAuth.Refusal = "bad_client_secret";

        var fault = await Assert.ThrowsAsync<ChannelUnavailableException>(() => bot.Api(FakeTeam.Example).AuthTest(Ct));

        Assert.NotNull(fault.RetryAfter);
        Assert.Null((await bot.Installed(FakeTeam.Example)).EndedBecause);
        Assert.Contains("Slack:ClientSecret is not right", bot.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>The bot died, or the line broke, between Slack's giving the pair and the store's having it: see docs/decisions/0005.</summary>
    [Fact]
    public async Task Pair_that_was_lost_on_its_way_ends_the_installation_and_the_log_says_what_to_do()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life);
        bot.Slack.OAuth.AnswersGetLost = true;
        bot.Slack.Fault = method => method == "oauth.v2.access" ? SlackFault.DoneThenCut : SlackFault.None;
        await Assert.ThrowsAsync<ChannelUnavailableException>(() => bot.Api(FakeTeam.Example).AuthTest(Ct));
        bot.Slack.Fault = _ => SlackFault.None;

        await Assert.ThrowsAsync<ChannelRefusedException>(() => bot.Api(FakeTeam.Example).AuthTest(Ct));

        Assert.Equal("invalid_refresh_token", (await bot.Installed(FakeTeam.Example)).EndedBecause);
        Assert.Contains("open /slack/install once more", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_that_Slack_renews_no_more_serves_until_its_end_and_is_not_asked_for_again()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life - Ahead);
        bot.Slack.OAuth.Refusal = "invalid_refresh_token";
        await bot.Get<SlackRotation>().RenewDue(Ct);
        await bot.Get<SlackRotation>().RenewDue(Ct);
        Assert.Equal(1, bot.Slack.Count("oauth.v2.access") - 1);
        Assert.Contains("open /slack/install before that", bot.Log.Text, StringComparison.Ordinal);

        bot.Time.Advance(Ahead - Moment);
        Assert.True((await bot.Api(FakeTeam.Example).AuthTest(Ct)).Ok);
        bot.Time.Advance(Moment);
        await Assert.ThrowsAsync<ChannelRefusedException>(() => bot.Api(FakeTeam.Example).AuthTest(Ct));

        Assert.Equal("invalid_refresh_token", (await bot.Installed(FakeTeam.Example)).EndedBecause);
        Assert.Equal(1, bot.Slack.Count("oauth.v2.access") - 1);
    }

    [Fact]
    public async Task Pair_that_another_process_bought_is_taken_over()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        var before = await bot.Get<SlackInstallations>().Of(FakeTeam.Example.Id, Ct);
        bot.Time.Advance(Life);
        await bot.Get<SlackRotation>().Renew(before, ended: true, Ct);

        var again = await bot.Get<SlackRotation>().Renew(before, ended: true, Ct);

        Assert.Equal(2, again.Stored.Version);
        Assert.Single(bot.Slack.OAuth.Refreshes);
    }

    [Fact]
    public async Task Person_who_stops_waiting_does_not_lose_the_pair()
    {
        await using var bot = await InstallBot.StartInstalled(TwelveHours);
        bot.Time.Advance(Life);
        using var impatient = new CancellationTokenSource();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Slack.Hold = method =>
        {
            if (method != "oauth.v2.access")
                return Task.CompletedTask;
            asked.TrySetResult();
            return go.Task;
        };

        var call = bot.Api(FakeTeam.Example).AuthTest(impatient.Token);
        await asked.Task;
        await impatient.CancelAsync();
        go.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(2, (await bot.Installed(FakeTeam.Example)).Version);
        Assert.True((await bot.Api(FakeTeam.Example).AuthTest(Ct)).Ok);
    }
}
