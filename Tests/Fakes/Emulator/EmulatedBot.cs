using System.Text.Json.Nodes;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Tests.Fakes.Emulator;

/// <summary>The whole bot, bound to the emulator over HTTP or Socket Mode.</summary>
public sealed class EmulatedBot : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly bool socket;
    private WebApplication? app;
    private HttpClient? http;

    private EmulatedBot(SlackEmulator emulator, EmulatorFront front, bool socket)
    {
        Emulator = emulator;
        Front = front;
        this.socket = socket;
    }

    public SlackEmulator Emulator { get; }

    public EmulatorFront Front { get; }

    public KeptLog Log { get; } = new();

    public Uri Address => http!.BaseAddress!;

    public IStore Store => app!.Services.GetRequiredService<IStore>();

    public DevClock Clock => app!.Services.GetRequiredService<DevClock>();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>One workspace by a token, its pod set up: Rosa and Sam sell, Max is in marketing.</summary>
    public static async Task<EmulatedBot> Start(bool socket = false)
    {
        var bot = await StartWithoutPod(socket);
        await bot.Store.SavePod(SamplePod.Emea with { SlackChannel = bot.Emulator.ChannelId }, Ct);
        foreach (var member in new[] { SamplePod.Rosa, SamplePod.Sam, SamplePod.Max })
            await bot.Store.SaveMember(member with { SlackUser = bot.Emulator.UserId(member.Id.Value) }, Ct);
        return bot;
    }

    public static async Task<EmulatedBot> StartWithoutPod(bool socket = false)
    {
        var emulator = await SlackEmulator.Start();
        var bot = new EmulatedBot(emulator, await EmulatorFront.Start(emulator), socket);
        await bot.Run("--urls=http://127.0.0.1:0", $"--Slack:BotToken={SlackEmulator.BotToken}");
        if (socket)
            await Eventually.Get(() => Task.FromResult<object?>(bot.Front.Socket.Open == 1 ? bot : null));
        return bot;
    }

    /// <summary>A bot that workspaces install, at an address that the emulator sends people back to.</summary>
    public static async Task<EmulatedBot> StartForInstalling()
    {
        var address = $"http://127.0.0.1:{Clients.NodeClients.FreePort()}";
        var emulator = await SlackEmulator.Start(address + "/slack/oauth/callback");
        var bot = new EmulatedBot(emulator, await EmulatorFront.Start(emulator), socket: false);
        await bot.Run($"--urls={address}", $"--PublicUrl={address}", $"--Slack:ClientId={SlackEmulator.ClientId}", $"--Slack:ClientSecret={SlackEmulator.ClientSecret}");
        return bot;
    }

    public EmulatedPerson As(string name) => new(this, name);

    /// <summary>Hands over a lead and waits until its card stands in the channel.</summary>
    public async Task<FakeMessage> Card(string person = "ada")
    {
        var id = new LeadId(person.PadRight(10, 'x'));
        var command = new LeadCommand.HandOver(id, (await Store.FindPod(SamplePod.Emea.Id, Ct))!, 1, SamplePod.Whole with { Email = person + "@example.com", ExternalId = null }, null);
        await app!.Services.GetRequiredService<LeadDesk>().HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
        return await Message(message => message.Buttons.Any(button => button.Value == id.Value));
    }

    /// <summary>Waits for a message of the channel.</summary>
    public Task<FakeMessage> Message(Func<FakeMessage, bool> wanted) =>
        Eventually.Get(async () => (await Emulator.History(Emulator.ChannelId)).FirstOrDefault(wanted));

    /// <summary>Waits for a reply below a message.</summary>
    public Task<FakeMessage> Reply(FakeMessage top, Func<FakeMessage, bool> wanted) => Eventually.Get(async () => (await Emulator.Thread(top)).FirstOrDefault(wanted));

    /// <summary>Waits until a modal shows this.</summary>
    public Task<FakeView> Modal(string words) =>
        Eventually.Get(() => Task.FromResult(Front.Views.LastOrDefault(view => view.Words.Contains(words, StringComparison.Ordinal))));

    /// <summary>Waits until somebody alone is told this.</summary>
    public Task<FakeEphemeral> Whisper(string words) =>
        Eventually.Get(() => Task.FromResult(Front.Whispers.LastOrDefault(told => told.Words.Contains(words, StringComparison.Ordinal))));

    /// <summary>Delivers by the door that is open, and gives what was acknowledged with.</summary>
    /// <param name="kind"><c>events_api</c>, <c>interactive</c> or <c>slash_commands</c>.</param>
    public async Task<JsonNode?> Deliver(string kind, JsonObject payload)
    {
        if (socket)
            return (await Front.Socket.Deliver(kind, payload, Ct))["payload"];
        var door = new SlackDoor(http!, slack: null);
        var reply = kind switch
        {
            "events_api" => await door.Json(payload),
            "interactive" => await door.Interaction(payload),
            _ => await door.Form(payload.Select(field => KeyValuePair.Create(field.Key, field.Value!.GetValue<string>()))),
        };
        Assert.Equal(200, reply.Status);
        return reply.Body.Length == 0 ? null : reply.Json;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }

        http?.Dispose();
        await Front.DisposeAsync();
        await Emulator.DisposeAsync();
        folder.Dispose();
    }

    private async Task Run(params string[] more)
    {
        var door = socket ? $"--Slack:AppToken={FakeSlack.AppToken}" : $"--Slack:SigningSecret={SlackDoor.Secret}";
        string[] args =
        [
            $"--Storage:Path={folder.File("bot.db")}", door, $"--Slack:ApiBaseUrl={Front.Api}", "--Slack:MessageGap=00:00:00",
            "--Logging:Console:LogLevel:Default=None", .. more,
        ];
        app = await BotHost.Build(args, Ct, services => services.AddSingleton<ILoggerProvider>(Log));
        await app.StartAsync(Ct);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }
}
