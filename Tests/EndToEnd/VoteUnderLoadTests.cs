using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>
/// Five hundred people vote in the same second, half of them in Slack and half in Teams, and each changes the vote on the other platform as soon as it is
/// kept; the bot is killed without warning in the middle.
/// </summary>
public sealed class VoteUnderLoadTests : IDisposable
{
    private const int PerSide = 250;
    private const int Voters = 2 * PerSide;
    private const int Leads = 24;
    private const string Secret = "secret-of-the-vote-for-tests";
    private const string Round = "emea.2026-11";

    private readonly TempFolder folder = new();
    private readonly ConcurrentDictionary<int, int> acknowledged = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Store => folder.File("bot.db");

    [Fact]
    public async Task Every_vote_is_counted_once_and_the_last_change_of_each_stands()
    {
        await using var platforms = await Platforms.Start();
        await MakePod();
        await HandOutLeads(platforms);

        await VoteUntilKilled(platforms);
        Assert.InRange(acknowledged.Values.Sum(), 1, 2 * Voters - 1);
        await VoteToTheEnd(platforms);

        await using var store = await SqliteStore.Open(Store, SqliteOpen.ReadOnly, Ct);
        var seals = await store.SealedBallots(new RoundId(Round), Ct);
        Assert.Equal(Voters, (await store.Voted(new RoundId(Round), Ct)).Count);
        Assert.Equal(Voters, seals.Count);
        Assert.Equal(Expected(), seals.GroupBy(seal => seal.Choice!.Value.Value).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));
        var (code, output) = await BotProcess.Run("awards", "verify", Round, "--Storage:Path=" + Store);
        Assert.True(code == 0, output);
        Assert.Contains("250 of 250 voted, 0 abstained", output, StringComparison.Ordinal);
    }

    private static Dictionary<string, int> Expected() => Enumerable.Range(0, Voters)
        .Select(voter => new Vote(voter, 1))
        .GroupBy(vote => vote.Choice)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private async Task VoteUntilKilled(Platforms platforms)
    {
        await using var bot = await Run(platforms, "2026-11-30T09:00:05Z");
        await Opened();
        using var third = new SemaphoreSlim(0);
        var voting = CastAll(platforms.Doors(bot), () => third.Release());
        for (var seen = 0; seen < Voters / 3; seen++)
            await third.WaitAsync(Ct);
        await bot.Kill9();
        await voting;
    }

    /// <summary>What was not acknowledged is sent again by the same delivery, as the platforms do; then the round ends.</summary>
    private async Task VoteToTheEnd(Platforms platforms)
    {
        await using var bot = await Run(platforms, "2026-11-30T10:00:00Z");
        await CastAll(platforms.Doors(bot), () => { });
        Assert.All(Enumerable.Range(0, Voters), voter => Assert.Equal(2, acknowledged[voter]));
        using var moved = await bot.Http.PostAsJsonAsync("/dev/clock", new { set = "2026-12-04T09:01:00Z" }, Ct);
        moved.EnsureSuccessStatusCode();
        await bot.Terminate();
    }

    /// <summary>Everybody at once, and each their change as soon as the vote is kept: nobody waits for anybody else.</summary>
    private async Task CastAll(VoteDoors doors, Action done)
    {
        var dialog = await doors.OpenInTeams(new Vote(0, 0).Member, Round);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var voters = Enumerable.Range(0, Voters).Select(async voter =>
        {
            await start.Task;
            for (var step = acknowledged.GetValueOrDefault(voter); step < 2 && await Cast(new Vote(voter, step), doors, dialog); step++)
            {
                acknowledged[voter] = step + 1;
                done();
            }
        }).ToList();
        start.SetResult();
        await Task.WhenAll(voters);
    }

    /// <returns>False when the bot is gone.</returns>
    private static async Task<bool> Cast(Vote vote, VoteDoors doors, JsonObject dialog)
    {
        try
        {
            var said = vote.InTeams ? await doors.InTeams(vote.Member, vote.Delivery, dialog, vote.Choice) : await doors.InSlack(vote.Member, vote.Delivery, Round, vote.Choice);
            Assert.Contains("is kept. Receipt:", said, StringComparison.Ordinal);
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task<BotProcess> Run(Platforms platforms, string start)
    {
        var bot = await BotProcess.Start(
            Store, [
                "--Clock:Start=" + start, "--Local:Enabled=true", "--Local:SampleData=false", .. platforms.Settings,
                "--Api:Keys:0:Name=load", "--Api:Keys:0:Secret=" + Secret, "--Api:Keys:0:Scopes:0=leads:write", "--Api:RequestsPerSecond=10000", "--Api:Burst=10000",
            ]);
        Assert.True(bot.Http.BaseAddress is not null, bot.Output);
        return bot;
    }

    private async Task Opened()
    {
        await using var store = await SqliteStore.Open(Store, SqliteOpen.ReadOnly, Ct);
        while (await store.FindRound(new RoundId(Round), Ct) is null)
            await Task.Delay(50, Ct);
    }

    /// <summary>Leads for the first six of each side, so that there are nominees.</summary>
    private async Task HandOutLeads(Platforms platforms)
    {
        await using var bot = await Run(platforms, "2026-11-20T09:00:00Z");
        using var page = new HttpClient { BaseAddress = bot.Http.BaseAddress };
        page.DefaultRequestHeaders.Add("X-Local-Token", (await page.GetFromJsonAsync<JsonElement>("/local/token", Ct)).GetProperty("value").GetString());
        bot.Http.DefaultRequestHeaders.Add("Authorization", "Bearer " + Secret);
        for (var number = 0; number < Leads; number++)
        {
            var lead = new { email = $"lead{number}@example.com", company = new { name = "Example Ltd" }, marketer = $"{Marketer(number % 6)}@example.com" };
            using var response = await bot.Http.PostAsJsonAsync("/api/leads", lead, Ct);
            var id = (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
            using var accepted = await page.PostAsJsonAsync("/local/click", new { pod = "emea", persona = Seller(number % 6), delivery = $"accept-{number}", action = ActionIds.Accept, value = id }, Ct);
            accepted.EnsureSuccessStatusCode();
        }

        await bot.Terminate();
    }

    private async Task MakePod()
    {
        await using var store = await SqliteStore.Open(Store, SqliteOpen.Bot, Ct);
        await store.SavePod(SamplePod.Emea with { SlackChannel = SlackBot.Channel }, Ct);
        for (var number = 0; number < PerSide; number++)
        {
            await store.SaveMember(Person(Seller(number), Side.Sales), Ct);
            await store.SaveMember(Person(Marketer(number), Side.Marketing), Ct);
        }
    }

    private static Member Person(string id, Side side) =>
        new(new MemberId(id), SamplePod.Emea.Id, id + "@example.com", id, side) { SlackUser = VoteDoors.SlackOf(id), TeamsUser = VoteDoors.TeamsOf(id) };

    private static string Seller(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number:000}");

    private static string Marketer(int number) => string.Create(CultureInfo.InvariantCulture, $"k{number:000}");

    public void Dispose() => folder.Dispose();

    /// <summary>Each voter votes twice: first for one nominee, then for another and on the other platform.</summary>
    private sealed record Vote(int Voter, int Step)
    {
        public bool InTeams => (Voter / 2 + Step) % 2 == 0;

        public string Member => Voter % 2 == 0 ? Seller(Voter / 2) : Marketer(Voter / 2);

        public string Choice => Voter % 2 == 0 ? Marketer((Voter / 2 + 3 * Step) % 6) : Seller((Voter / 2 + 3 * Step) % 6);

        public string Delivery => string.Create(CultureInfo.InvariantCulture, $"{Voter}-{Step}");
    }

    /// <summary>Both platforms, and the pen that signs what comes from Teams.</summary>
    private sealed class Platforms(FakeSlack slack, FakeConnector connector, FakeEntra entra) : IAsyncDisposable
    {
        public string[] Settings =>
        [
            "--Slack:SigningSecret=" + SlackDoor.Secret, "--Slack:BotToken=" + FakeSlack.BotToken, "--Slack:ApiBaseUrl=" + slack.Api, "--Slack:MessageGap=00:00:00",
            .. SendingBot.Settings(connector), "--Teams:OpenIdMetadataUrl=" + entra.MetadataUrl, "--Teams:MessageGap=00:00:00",
        ];

        public static async Task<Platforms> Start() => new(await FakeSlack.Start(), await FakeConnector.Start(), await FakeEntra.Start());

        public VoteDoors Doors(BotProcess bot) => new(bot.Http, slack, connector, entra.Bearer(new BotToken(connector.ServiceUrl)));

        public async ValueTask DisposeAsync()
        {
            await slack.DisposeAsync();
            await connector.DisposeAsync();
            await entra.DisposeAsync();
        }
    }
}
