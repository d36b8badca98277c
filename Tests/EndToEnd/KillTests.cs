using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>The whole bot, killed without warning again and again while leads come in and people click.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;
    private const int Callers = 8;
    private const string Secret = "secret-of-the-load-for-tests";
    private const string Conversation = "pod/emea";

    private readonly TempFolder folder = new();
    private readonly ConcurrentDictionary<string, string> acknowledgedLeads = new();
    private readonly ConcurrentDictionary<string, MemberId> acknowledgedAccepts = new();
    private int count;

    private string StorePath => folder.File("bot.db");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_and_every_owed_message_is_posted_once()
    {
        await MakePod();
        for (var round = 0; round < Kills; round++)
            await KillUnderLoad(TimeSpan.FromMilliseconds(40 + (round * 37 % 280)));
        await LetItDeliver();

        await using var store = await SqliteStore.Open(StorePath, SqliteOpen.Bot, Ct);
        Assert.InRange(acknowledgedLeads.Count, Kills, int.MaxValue);
        Assert.InRange(acknowledgedAccepts.Count, Kills, int.MaxValue);
        foreach (var id in acknowledgedLeads.Keys)
            await AssertWhole(store, new LeadId(id));
        await AssertPostedOnce(store);
    }

    private async Task KillUnderLoad(TimeSpan after)
    {
        await using var bot = await StartBot();
        using var rosa = await LocalPersona.Open(bot.Http.BaseAddress!, "emea", SamplePod.Rosa.Id.Value, Ct);
        using var first = new SemaphoreSlim(0);
        var load = Enumerable.Range(0, Callers).Select(_ => Task.Run(() => HandOverAndAccept(bot.Http, rosa, first))).ToList();
        await first.WaitAsync(Ct);
        await Task.Delay(after, Ct);
        await bot.Kill9();
        await Task.WhenAll(load);
    }

    /// <summary>Hands over leads and accepts them until the bot is gone.</summary>
    private async Task HandOverAndAccept(HttpClient http, LocalPersona rosa, SemaphoreSlim first)
    {
        try
        {
            while (true)
            {
                var number = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
                var lead = new { email = $"person{number}@example.com", company = new { name = "Example Ltd" }, score = 70 };
                using var response = await http.PostAsJsonAsync("/api/leads", lead, Ct);
                response.EnsureSuccessStatusCode();
                var id = (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!;
                acknowledgedLeads[id] = number;
                if (await rosa.Click("click-" + number, ActionIds.Accept, id, Ct) == "redraw")
                    acknowledgedAccepts[id] = SamplePod.Rosa.Id;
                first.Release();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            // The bot was killed: what it had not acknowledged may be there or not.
        }
    }

    private async Task AssertWhole(SqliteStore store, LeadId id)
    {
        var stored = await store.FindLead(id, Ct);
        var history = await store.History(id, Ct);

        Assert.NotNull(stored);
        Assert.Equal(stored.Lead, LeadHistory.Replay(history));
        Assert.Equal(stored.EventCount, history.Count);
        if (acknowledgedAccepts.TryGetValue(id.Value, out var owner))
            Assert.Equal(owner, stored.Lead.Owner);
        Assert.NotNull(await store.FindMessage(Door.Local, Conversation, "lead/" + id, Ct));
    }

    /// <summary>Every message shows at least one slot, and no two messages show the same one: nothing is missing, nothing is twice.</summary>
    private static async Task AssertPostedOnce(SqliteStore store)
    {
        var shown = new List<string>();
        foreach (var message in await store.LocalConversation(Conversation, int.MaxValue, Ct))
        {
            var slots = await store.SlotsOf(Door.Local, Conversation, message.Id, Ct);
            Assert.NotEmpty(slots);
            shown.AddRange(slots);
        }

        Assert.Equal(shown.Count, shown.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(new OutboxDepth(0, 0, null), await store.Depth(Ct));
    }

    private async Task MakePod()
    {
        await using var store = await SqliteStore.Open(StorePath, SqliteOpen.Bot, Ct);
        await store.SavePod(SamplePod.Emea, Ct);
        foreach (var member in new[] { SamplePod.Rosa, SamplePod.Sam, SamplePod.Max })
            await store.SaveMember(member, Ct);
    }

    private async Task LetItDeliver()
    {
        await using var bot = await StartBot();
        await using var store = await SqliteStore.Open(StorePath, SqliteOpen.ReadOnly, Ct);
        while ((await store.Depth(Ct)).Owed > 0)
            await Task.Delay(20, Ct);
        await bot.Terminate();
    }

    private async Task<BotProcess> StartBot()
    {
        var bot = await BotProcess.Start(
            StorePath,
            "--Api:Keys:0:Name=load",
            "--Api:Keys:0:Secret=" + Secret,
            "--Api:Keys:0:Scopes:0=leads:write",
            "--Api:RequestsPerSecond=10000",
            "--Api:Burst=10000");
        Assert.True(bot.Http.BaseAddress is not null, bot.Output);
        bot.Http.DefaultRequestHeaders.Add("Authorization", "Bearer " + Secret);
        return bot;
    }

    public void Dispose() => folder.Dispose();
}
