using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Fakes.Clients;

/// <summary>Microsoft's Agents Playground, which plays Teams: a page for one person, and an address by which the others act. Who is there says
/// <c>Tests/Clients/playground.yml</c>, by which anybody can try the bot.</summary>
public sealed class Playground : IAsyncDisposable
{
    public const string Tenant = FakeConnector.Tenant;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly HttpClient http;

    private Playground(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        http = new HttpClient { BaseAddress = address };
        // A full pipe would stop it.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Playground> Start(Uri bot)
    {
        var port = NodeClients.FreePort();
        var started = NodeClients.Start("..", "playground.mjs", port.ToString(CultureInfo.InvariantCulture), new Uri(bot, "/api/messages").AbsoluteUri);
        var playground = new Playground(started, new Uri($"http://127.0.0.1:{port}"));
        await playground.Ready();
        return playground;
    }

    /// <summary>Has Teams ask the bot something in a member's name, where it shows no page for it.</summary>
    /// <param name="message">The message it is about.</param>
    /// <returns>What the bot answered.</returns>
    public async Task<JsonObject> Invoke(Member who, string name, string message, JsonObject value)
    {
        var activity = Activity(who, name, value);
        activity["conversation"] = new JsonObject { ["id"] = $"{SendingBot.Channel};messageid={message}" };
        activity["replyToId"] = message;
        using var answer = await http.PostAsJsonAsync("/_conversation/v1/invoke", activity, Ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!;
    }

    /// <summary>Sends an invoke of a kind that the Playground passes on without showing its answer, such as a dialog's.</summary>
    public async Task Send(Member who, string name, string message, JsonObject value)
    {
        var activity = (await http.GetFromJsonAsync<JsonObject>($"/_internal/v1/customActivities/template?conversationId={Uri.EscapeDataString(SendingBot.Channel)}", Ct))!;
        foreach (var (property, told) in Activity(who, name, value).ToList())
            activity[property] = told?.DeepClone();
        activity["conversation"]!["id"] = $"{SendingBot.Channel};messageid={message}";
        activity["channelData"] = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = Tenant },
            ["team"] = new JsonObject { ["id"] = FakeTeamsPeople.TeamId },
            ["channel"] = new JsonObject { ["id"] = SendingBot.Channel },
        };
        using var answer = await http.PostAsJsonAsync("/_internal/v1/customActivities", activity, Ct);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private static JsonObject Activity(Member who, string name, JsonObject value) => new()
    {
        ["type"] = "invoke",
        ["name"] = name,
        ["from"] = new JsonObject { ["id"] = "29:" + who.Id.Value, ["aadObjectId"] = SendingBot.AccountOf(who) },
        ["value"] = value,
    };

    private async Task Ready()
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/_internal/v1/config", Ct);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            if (clock.Elapsed > StartLimit || process.HasExited)
                throw new TimeoutException("The Playground did not start.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), Ct);
        }
    }
}
