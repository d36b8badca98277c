using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AlignmentBot.Tests.Bot.Intake;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>The bot as a process of its own, on a machine that is somewhere else than its pod.</summary>
public sealed class ZoneTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Pacific/Auckland")]
    [InlineData("America/Los_Angeles")]
    public async Task A_friday_evening_lead_is_due_on_monday_wherever_the_machine_is(string machine)
    {
        await using var bot = await BotProcess.StartIn(
            machine,
            folder.File("bot.db"),
            "--Clock:Start=2026-11-20T16:03:00Z", "--Local:SampleData=false",
            "--Pods:0:id=emea", "--Pods:0:name=EMEA", "--Pods:0:timeZone=Europe/Amsterdam",
            "--Api:Keys:0:Name=crm", $"--Api:Keys:0:Secret={ApiBot.Key}", "--Api:Keys:0:Scopes:0=leads:write", "--Api:Keys:0:Scopes:1=leads:read");
        bot.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiBot.Key);

        using var body = new StringContent("""{"company":{"name":"Example Ltd"},"email":"ada@example.com"}""", Encoding.UTF8, "application/json");
        var id = (await Json(await bot.Http.PostAsync("/api/leads", body, Ct))).GetProperty("id").GetString();
        var clock = (await Json(await bot.Http.GetAsync($"/api/leads/{id}", Ct))).GetProperty("clocks")[0];

        // The clock ticks from 17:03 in Amsterdam on while the bot starts.
        var started = Moment(clock, "startedAt");
        Assert.InRange(started, Instant.FromUtc(2026, 11, 20, 16, 3), Instant.FromUtc(2026, 11, 20, 16, 20));
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 8, 0) + Duration.FromHours(1) - (Instant.FromUtc(2026, 11, 20, 16, 30) - started), Moment(clock, "dueAt"));
    }

    private static Instant Moment(JsonElement clock, string name) => InstantPattern.ExtendedIso.Parse(clock.GetProperty(name).GetString()!).Value;

    private static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(Ct);
            Assert.True(response.IsSuccessStatusCode, text);
            return JsonDocument.Parse(text).RootElement;
        }
    }
}
