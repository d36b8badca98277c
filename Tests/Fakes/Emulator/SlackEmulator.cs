using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AlignmentBot.Tests.Fakes.Clients;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Fakes.Emulator;

/// <summary>Slack as somebody else understands it: the package <c>emulate</c>, a process of its own with a workspace, people, tokens with scopes and an inspector page.</summary>
public sealed class SlackEmulator : IAsyncDisposable
{
    public const string BotToken = "xoxb-1-1-bot";
    public const string ClientId = "12345.67890";
    public const string ClientSecret = "example_client_secret";
    public const string Channel = "leads";

    private const string AppId = "A000000001";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly TempFolder folder;
    private readonly HttpClient http;
    private readonly Dictionary<string, string> people = new(StringComparer.Ordinal);

    private SlackEmulator(Process process, TempFolder folder, Uri address)
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

    /// <summary>The id of <see cref="Channel"/>, in which the bot and everybody are.</summary>
    public string ChannelId { get; private set; } = string.Empty;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="redirect">Where people come back to after letting the app in.</param>
    public static async Task<SlackEmulator> Start(string? redirect = null)
    {
        var own = new TempFolder();
        var seed = own.File("seed.json");
        await File.WriteAllTextAsync(seed, Seed(redirect ?? "http://127.0.0.1/unused").ToJsonString(), Ct);
        var port = NodeClients.FreePort();
        var started = NodeClients.Start("emulate", "dist/index.js", "start", "--service", "slack", "--port", port.ToString(CultureInfo.InvariantCulture), "--seed", seed);
        var emulator = new SlackEmulator(started, own, new Uri($"http://127.0.0.1:{port}"));
        await emulator.Ready();
        return emulator;
    }

    /// <summary>The account of somebody by their short name.</summary>
    public string UserId(string name) => people[name];

    /// <summary>Calls a method as the bot.</summary>
    public Task<JsonObject> Call(string method, JsonObject arguments) => Call(BotToken, method, arguments);

    /// <exception cref="InvalidOperationException">The emulator said no.</exception>
    public async Task<JsonObject> Call(string token, string method, JsonObject arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/" + method) { Content = JsonContent.Create(arguments) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, Ct);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>(Ct))!;
        return answer["ok"]!.GetValue<bool>() ? answer : throw new InvalidOperationException($"{method}: {answer.ToJsonString()}");
    }

    /// <summary>The token by which a person acts.</summary>
    public static string TokenOf(string name) => "xoxp-" + name;

    /// <summary>The messages of a conversation, newest first.</summary>
    public async Task<IReadOnlyList<FakeMessage>> History(string channel) =>
        Read(channel, await Call("conversations.history", new JsonObject { ["channel"] = channel, ["limit"] = 100, ["include_all_metadata"] = true }));

    /// <summary>The replies below a message, oldest first.</summary>
    public async Task<IReadOnlyList<FakeMessage>> Thread(FakeMessage top) =>
        [.. Read(top.Channel, await Call("conversations.replies", new JsonObject { ["channel"] = top.Channel, ["ts"] = top.Ts })).Where(message => message.Ts != top.Ts)];

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        folder.Dispose();
    }

    private static List<FakeMessage> Read(string channel, JsonObject answer) => answer["messages"]!.AsArray()
        .Select(message => message!.AsObject())
        .Select(message => new FakeMessage(channel, message["ts"]!.GetValue<string>(), message["thread_ts"]?.GetValue<string>(), Whole(message)))
        .ToList();

    /// <summary>What people write has no blocks there.</summary>
    private static JsonObject Whole(JsonObject message)
    {
        message["blocks"] ??= new JsonArray();
        return message;
    }

    private async Task Ready()
    {
        var clock = Stopwatch.StartNew();
        while (!await IsUp())
        {
            if (clock.Elapsed > StartLimit || process.HasExited)
                throw new TimeoutException("The emulator did not start.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Ct);
        }

        foreach (var user in (await Call("users.list", []))["members"]!.AsArray())
            people[user!["name"]!.GetValue<string>()] = user["id"]!.GetValue<string>();
        ChannelId = (await Call("conversations.list", []))["channels"]!.AsArray().Single(channel => channel!["name"]!.GetValue<string>() == Channel)!["id"]!.GetValue<string>();
        await Call(TokenOf("rosa"), "conversations.invite", new JsonObject { ["channel"] = ChannelId, ["users"] = UserId("alignmentbot") });
    }

    private async Task<bool> IsUp()
    {
        try
        {
            using var answer = await http.GetAsync("/", Ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static JsonObject Seed(string redirect) => new()
    {
        ["slack"] = new JsonObject
        {
            ["team"] = new JsonObject { ["name"] = "Example Ltd", ["domain"] = "example" },
            ["users"] = new JsonArray(Person("rosa", "Rosa Rep", admin: true), Person("sam", "Sam Seller"), Person("max", "Max Marketer")),
            ["channels"] = new JsonArray(new JsonObject { ["name"] = Channel, ["topic"] = "Leads for sales" }),
            ["bots"] = new JsonArray(new JsonObject { ["name"] = "alignmentbot" }),
            ["oauth_apps"] = new JsonArray(new JsonObject
            {
                ["client_id"] = ClientId,
                ["client_secret"] = ClientSecret,
                ["app_id"] = AppId,
                ["name"] = "AlignmentBot",
                ["bot_name"] = "alignmentbot",
                ["redirect_uris"] = new JsonArray(redirect),
                ["scopes"] = Scopes(),
            }),
            ["tokens"] = new JsonArray(
                new JsonObject { ["token"] = BotToken, ["user"] = "alignmentbot", ["type"] = "bot", ["app_id"] = AppId, ["scopes"] = Scopes() },
                Personal("rosa"),
                Personal("sam"),
                Personal("max")),
            ["signing_secret"] = SlackDoor.Secret,
            ["strict_scopes"] = true,
        },
    };

    private static JsonObject Person(string name, string real, bool admin = false) =>
        new() { ["name"] = name, ["real_name"] = real, ["email"] = name + "@example.com", ["is_admin"] = admin };

    private static JsonObject Personal(string name) => new() { ["token"] = TokenOf(name), ["user"] = name, ["type"] = "user" };

    /// <summary>Those of our manifest, and no more.</summary>
    private static JsonArray Scopes() => [.. FakeSlackRules.GrantedScopes.Select(scope => (JsonNode)scope)];
}
