using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Fakes.Clients;

/// <summary>Microsoft's Agents Playground, which plays Teams: a page for one person, and an address by which the others act. Its team has a channel for leads.</summary>
public sealed class Playground : IAsyncDisposable
{
    public const string Tenant = FakeConnector.Tenant;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TempFolder folder;
    private readonly HttpClient http;

    private Playground(Process process, TempFolder folder, Uri address)
    {
        this.process = process;
        this.folder = folder;
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
        var own = new TempFolder();
        var config = own.File("playground.yml");
        await File.WriteAllTextAsync(config, Config(), Ct);
        var port = NodeClients.FreePort();
        var started = NodeClients.Start("..", "playground.mjs", port.ToString(CultureInfo.InvariantCulture), new Uri(bot, "/api/messages").AbsoluteUri, config);
        var playground = new Playground(started, own, new Uri($"http://127.0.0.1:{port}"));
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
        folder.Dispose();
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

    /// <summary>Rosa at the page, and the five others that the Playground takes.</summary>
    private static string Config() => $"""
        version: "0.1.1"
        tenantId: {Tenant}
        bot: {Person("28:" + FakeTokenEndpoint.AppId, "AlignmentBot")}
        currentUser: {Person(SamplePod.Rosa)}
        users:
        {string.Join('\n', SamplePod.Everybody.Where(member => member != SamplePod.Rosa).Select(member => "  - " + Person(member)))}
        personalChat:
          id: "a:1rosa"
        groupChat: {Person("19:groupchat@thread.v2", "Project X")}
        team:
          id: "{FakeTeamsPeople.TeamId}"
          name: Revenue
          aadGroupId: {FakeTeamsPeople.GroupId}
          channels:
            - {Person(SendingBot.Channel, "Leads")}
        """;

    private static string Person(string id, string name) => $$"""{ id: "{{id}}", name: {{name}} }""";

    private static string Person(Member member) => $$"""
        { id: "29:{{member.Id}}", name: {{member.Name}}, aadObjectId: {{SendingBot.AccountOf(member)}}, userPrincipleName: {{member.Email}}, email: {{member.Email}}, givenName: {{member.Name}}, surname: {{member.Side}} }
        """.Trim();
}
