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

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>Five hundred people vote and change their vote at once, by Slack and by the page, and the bot is killed without warning in the middle.</summary>
public sealed class VoteUnderLoadTests : IDisposable
{
    private const int PerSide = 250;
    private const int Leads = 24;
    private const int Callers = 32;
    private const string Secret = "secret-of-the-vote-for-tests";
    private const string Round = "emea.2026-11";

    private readonly TempFolder folder = new();
    private readonly ConcurrentDictionary<int, int> acknowledged = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Store => folder.File("bot.db");

    [Fact]
    public async Task Every_vote_is_counted_once_and_the_last_change_of_each_stands()
    {
        await using var slack = await FakeSlack.Start();
        await MakePod();
        await HandOutLeads(slack);

        await VoteUntilKilled(slack);
        Assert.InRange(acknowledged.Values.Sum(), 1, 2 * 2 * PerSide - 1);
        await VoteToTheEnd(slack);

        await using var store = await SqliteStore.Open(Store, SqliteOpen.ReadOnly, Ct);
        var seals = await store.SealedBallots(new RoundId(Round), Ct);
        Assert.Equal(2 * PerSide, (await store.Voted(new RoundId(Round), Ct)).Count);
        Assert.Equal(2 * PerSide, seals.Count);
        Assert.Equal(Expected(), seals.GroupBy(seal => seal.Choice!.Value.Value).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));
        var (code, output) = await BotProcess.Run("awards", "verify", Round, "--Storage:Path=" + Store);
        Assert.True(code == 0, output);
        Assert.Contains("250 of 250 voted, 0 abstained", output, StringComparison.Ordinal);
    }

    /// <summary>Each voter votes twice: first for one nominee, then for another. Even numbers come by the page first, odd ones by Slack first.</summary>
    private static IEnumerable<Vote> Votes() =>
        from step in new[] { 0, 1 }
        from voter in Enumerable.Range(0, 2 * PerSide)
        select new Vote(voter, step, ByPage: (voter + step) % 2 == 0);

    private static Dictionary<string, int> Expected() =>
        Votes().Where(vote => vote.Step == 1).GroupBy(vote => vote.Choice).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private async Task VoteUntilKilled(FakeSlack slack)
    {
        await using var bot = await Run(slack, "2026-11-30T09:00:05Z");
        await Opened();
        using var page = await Page(bot);
        var door = new SlackDoor(bot.Http, slack);
        using var half = new SemaphoreSlim(0);
        var voting = CastAll(page, door, () => half.Release());
        for (var seen = 0; seen < 2 * PerSide / 3; seen++)
            await half.WaitAsync(Ct);
        await bot.Kill9();
        await voting;
    }

    /// <summary>What was not acknowledged is sent again by the same delivery, as Slack and the page do; then the round ends.</summary>
    private async Task VoteToTheEnd(FakeSlack slack)
    {
        await using var bot = await Run(slack, "2026-11-30T10:00:00Z");
        using var page = await Page(bot);
        await CastAll(page, new SlackDoor(bot.Http, slack), () => { });
        Assert.All(Enumerable.Range(0, 2 * PerSide), voter => Assert.Equal(2, acknowledged[voter]));
        using var moved = await bot.Http.PostAsJsonAsync("/dev/clock", new { set = "2026-12-04T09:01:00Z" }, Ct);
        moved.EnsureSuccessStatusCode();
        await bot.Terminate();
    }

    /// <summary>First everybody's first vote that is still missing, then everybody's change; within each, all at once.</summary>
    private async Task CastAll(HttpClient page, SlackDoor door, Action done)
    {
        foreach (var step in Votes().GroupBy(vote => vote.Step))
        {
            var missing = new ConcurrentQueue<Vote>(step.Where(vote => acknowledged.GetValueOrDefault(vote.Voter) == vote.Step));
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(
                async () =>
                {
                    while (missing.TryDequeue(out var vote))
                    {
                        if (!await Cast(vote, page, door))
                            return;
                        acknowledged[vote.Voter] = vote.Step + 1;
                        done();
                    }
                },
                Ct)));
        }
    }

    /// <returns>False when the bot is gone.</returns>
    private static async Task<bool> Cast(Vote vote, HttpClient page, SlackDoor door)
    {
        try
        {
            var said = vote.ByPage ? await ByPage(vote, page) : await BySlack(vote, door);
            Assert.Contains("is kept. Receipt:", said, StringComparison.Ordinal);
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            return false;
        }
    }

    private static async Task<string> ByPage(Vote vote, HttpClient page)
    {
        var form = new { pod = "emea", persona = vote.Member, delivery = vote.Delivery, id = FormIds.Vote, value = Round, answers = new Dictionary<string, string>(StringComparer.Ordinal) { [FieldNames.Choice] = vote.Choice } };
        using var response = await page.PostAsJsonAsync("/local/form", form, Ct);
        var body = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, body);
        return body;
    }

    private static async Task<string> BySlack(Vote vote, SlackDoor door)
    {
        var payload = new JsonObject
        {
            ["type"] = "view_submission",
            ["user"] = new JsonObject { ["id"] = SlackOf(vote.Member) },
            ["view"] = new JsonObject
            {
                ["id"] = "V" + vote.Delivery,
                ["type"] = "modal",
                ["callback_id"] = FormIds.Vote,
                ["private_metadata"] = Round,
                ["state"] = new JsonObject { ["values"] = new JsonObject { ["choice"] = new JsonObject { ["choice"] = new JsonObject { ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = vote.Choice } } } } },
            },
        };
        var reply = await door.Interaction(payload);
        Assert.True(reply.Status == 200, $"{reply.Status}: {reply.Body}");
        return reply.Body;
    }

    private async Task<BotProcess> Run(FakeSlack slack, string start)
    {
        var bot = await BotProcess.Start(
            Store, "--Clock:Start=" + start, "--Local:Enabled=true", "--Local:SampleData=false", "--Slack:SigningSecret=" + SlackDoor.Secret,
            "--Slack:BotToken=" + FakeSlack.BotToken, "--Slack:ApiBaseUrl=" + slack.Api, "--Slack:MessageGap=00:00:00",
            "--Api:Keys:0:Name=load", "--Api:Keys:0:Secret=" + Secret, "--Api:Keys:0:Scopes:0=leads:write", "--Api:RequestsPerSecond=10000", "--Api:Burst=10000");
        Assert.True(bot.Http.BaseAddress is not null, bot.Output);
        bot.Http.DefaultRequestHeaders.Add("Authorization", "Bearer " + Secret);
        return bot;
    }

    private static async Task<HttpClient> Page(BotProcess bot)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = bot.Http.BaseAddress };
        var token = await client.GetFromJsonAsync<JsonElement>("/local/token", Ct);
        client.DefaultRequestHeaders.Add("X-Local-Token", token.GetProperty("value").GetString());
        return client;
    }

    private async Task Opened()
    {
        await using var store = await SqliteStore.Open(Store, SqliteOpen.ReadOnly, Ct);
        while (await store.FindRound(new RoundId(Round), Ct) is null)
            await Task.Delay(50, Ct);
    }

    /// <summary>Leads for the first six of each side, so that there are nominees.</summary>
    private async Task HandOutLeads(FakeSlack slack)
    {
        await using var bot = await Run(slack, "2026-11-20T09:00:00Z");
        using var page = await Page(bot);
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

    private static Member Person(string id, Side side) => new(new MemberId(id), SamplePod.Emea.Id, id + "@example.com", id, side) { SlackUser = SlackOf(id) };

    private static string Seller(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number:000}");

    private static string Marketer(int number) => string.Create(CultureInfo.InvariantCulture, $"k{number:000}");

    private static string SlackOf(string member) => "U0" + member.ToUpperInvariant();

    public void Dispose() => folder.Dispose();

    private sealed record Vote(int Voter, int Step, bool ByPage)
    {
        public string Member => Voter % 2 == 0 ? Seller(Voter / 2) : Marketer(Voter / 2);

        public string Choice => Voter % 2 == 0 ? Marketer((Voter / 2 + 3 * Step) % 6) : Seller((Voter / 2 + 3 * Step) % 6);

        public string Delivery => string.Create(CultureInfo.InvariantCulture, $"{Voter}-{Step}");
    }
}
