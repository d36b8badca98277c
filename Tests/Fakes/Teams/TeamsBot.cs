using System.Text;
using System.Text.Json.Nodes;
using AlignmentBot.Bot;
using AlignmentBot.Bot.Channels.Teams.Inbound;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>The whole bot on a free port, bound to a fake Bot Framework and a fake connector, with the sample pod in its channel.</summary>
public sealed class TeamsBot : IAsyncDisposable
{
    public const string Channel = SendingBot.Channel;
    public const string Team = FakeTeamsPeople.TeamId;
    public const string Tenant = FakeConnector.Tenant;

    private readonly TempFolder folder;
    private readonly WebApplication app;
    private readonly HttpClient http;

    private TeamsBot(WebApplication app, FakeEntra entra, FakeConnector connector, TempFolder folder, KeptLog log)
    {
        this.app = app;
        this.folder = folder;
        Entra = entra;
        Connector = connector;
        Log = log;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeEntra Entra { get; }

    public KeptLog Log { get; }

    public FakeConnector Connector { get; }

    public FakeTeams Teams => Connector.Teams;

    /// <summary>The database file.</summary>
    public string StorePath => folder.File("bot.db");

    public Uri Address => http.BaseAddress!;

    /// <summary>Where the connector is.</summary>
    public string ServiceUrl => Connector.ServiceUrl;

    public IStore Store => app.Services.GetRequiredService<IStore>();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="more">More switches.</param>
    public static async Task<TeamsBot> Start(Action<FakeEntra>? prepare = null, params string[] more)
    {
        var entra = await FakeEntra.Start();
        var connector = await FakeConnector.Start();
        prepare?.Invoke(entra);
        var own = new TempFolder();
        var log = new KeptLog();
        string[] switches =
        [
            "--urls=http://127.0.0.1:0", $"--Storage:Path={own.File("bot.db")}", .. SendingBot.Settings(connector), "--Teams:MessageGap=00:00:00",
            $"--Teams:OpenIdMetadataUrl={entra.MetadataUrl}", "--Logging:Console:LogLevel:Default=None", .. more,
        ];
        var host = await BotHost.Build(switches, Ct, services => services.AddSingleton<ILoggerProvider>(log));
        await SendingBot.Fill(host.Services.GetRequiredService<IStore>(), connector);
        await host.StartAsync(Ct);
        return new TeamsBot(host, entra, connector, own, log);
    }

    /// <summary>Who signs what <see cref="Post(JsonObject)"/> sends.</summary>
    public string IssuedBy { get; set; } = FakeEntra.Issuer;

    public static string AccountOf(Member member) => "aad-" + member.Id.Value;

    public TeamsUser As(Member member) => new(this, AccountOf(member), "29:" + member.Id.Value);

    public TeamsUser As(string name) => new(this, "aad-" + name, "29:" + name);

    /// <summary>Posts an activity with a good token for it.</summary>
    public Task<TeamsAnswer> Post(JsonObject activity) => Post(activity.ToJsonString(), Entra.Bearer(new BotToken(activity["serviceUrl"]?.GetValue<string>()) { Issuer = IssuedBy }));

    /// <param name="authorization">The header, or null for none.</param>
    public async Task<TeamsAnswer> Post(string body, string? authorization, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        change?.Invoke(request);
        using var response = await http.SendAsync(request, Ct);
        return new TeamsAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>Hands over a lead of this person.</summary>
    public async Task<LeadId> HandOver(string person = "ada", Brief? brief = null)
    {
        var id = new LeadId(person.PadRight(10, 'x'));
        var whole = brief ?? SamplePod.Whole with { FirstName = person, Email = person + "@example.com", ExternalId = null };
        var pod = (await Store.FindPod(SamplePod.Emea.Id, Ct))!;
        var command = new LeadCommand.HandOver(id, pod, 1, whole, null);
        await Service<LeadDesk>().HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
        return id;
    }

    /// <summary>The lead's card, once it stands in the channel and the bot knows under which id.</summary>
    public async Task<FakeTeamsMessage> CardOf(LeadId lead)
    {
        FakeTeamsMessage? Find() => Teams.In(Channel).FirstOrDefault(message => message.Buttons.Any(button => button.Value == lead.Value));
        await Until(() => Find() is not null);
        await Eventually.Get(() => Store.FindMessage(Door.Teams, Channel, Subjects.Lead(lead), Ct).AsTask());
        return Find()!;
    }

    /// <summary>Opens "Add to lead" on somebody's message.</summary>
    public Task<TeamsAnswer> Adding(Member by, string conversation, string message) => Post(As(by).Adding(conversation, message));

    /// <summary>Adds somebody's message to a lead.</summary>
    /// <param name="typed">What is typed to find the lead.</param>
    public async Task<TeamsAnswer> Add(Member by, string conversation, string message, LeadId lead, string typed = "")
    {
        var form = await Adding(by, conversation, message);
        var option = Assert.Single(await Options(As(by), form, FieldNames.Lead, typed), found => found == lead.Value);
        var sending = As(by).Sending(form, conversation, (FieldNames.Lead, option));
        sending["name"] = "composeExtension/submitAction";
        sending["value"]!["commandId"] = TeamsExtension.AddMessage;
        return await Post(sending);
    }

    /// <summary>The words that became part of a lead last, as soon as they did: a dialog does not wait for them for ever.</summary>
    public async Task<LeadFact.Commented> Comment(LeadId lead) => await Eventually.Get(async () => (await Store.History(lead, Ct))[^1].Fact as LeadFact.Commented);

    /// <summary>The values of what a field of a dialog offers to somebody who types.</summary>
    public async Task<IReadOnlyList<string>> Options(TeamsUser by, TeamsAnswer dialog, string field, string typed)
    {
        var input = FakeCard.Input(dialog.Card, field);
        var search = new JsonObject
        {
            ["kind"] = "search", ["queryText"] = typed, ["queryOptions"] = new JsonObject { ["skip"] = 0, ["top"] = 15 }, ["dataset"] = input["choices.data"]!["dataset"]!.DeepClone(),
        };
        var answer = await Post(by.Invoke("application/search", search));
        return [.. answer.Json["value"]!["results"]!.AsArray().Select(found => found!["value"]!.GetValue<string>())];
    }

    public Task Until(Func<bool> holds) => Teams.Until(holds, Ct);

    /// <summary>As if something that is owed there had been given up.</summary>
    public async Task Park(string conversation, string reason)
    {
        var claimed = await Claim(conversation, "test:" + conversation, "lead/none");
        await Store.Settle(new Settlement(Door.Teams, conversation) { Parked = [new ParkOwed(claimed.Id, reason)] }, Ct);
    }

    public async Task<LeadState> StateOf(LeadId lead) => (await Store.FindLead(lead, Ct))!.Lead.State;

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        folder.Dispose();
        await Entra.DisposeAsync();
        await Connector.DisposeAsync();
    }

    /// <summary>Due long after the bot's own time, so that its worker leaves it alone.</summary>
    private async Task<ClaimedOwed> Claim(string conversation, string effect, string subject)
    {
        var far = NodaTime.Instant.FromUtc(2100, 1, 1, 0, 0);
        await Store.Commit(new Commit { Owed = [new Owed(effect, Door.Teams, conversation, subject, null, subject, far)] }, Ct);
        return (await Store.ClaimOwed(far, NodaTime.Duration.FromMinutes(1), 100, 100, Ct)).Single(claimed => claimed.Owed.Effect == effect);
    }
}

/// <summary>What the bot answered on the request.</summary>
public sealed record TeamsAnswer(int Status, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The card that takes the place of the pressed one, or that a dialog shows.</summary>
    public JsonNode Card => (Json["task"] is { } task ? task["value"]!["card"]!["content"] : Json["value"])!;

    /// <summary>The sentence for the one who acted, in a card's or a dialog's answer.</summary>
    public string Sentence => (Json["task"] ?? Json)["value"]!.GetValue<string>();

    public string Type => (Json["task"] ?? Json)["type"]!.GetValue<string>();

    /// <summary>Every button of the card.</summary>
    public IReadOnlyList<JsonNode> Buttons => ButtonsOf(Card);

    public static IReadOnlyList<JsonNode> ButtonsOf(JsonNode card) =>
        [.. (card["body"]!.AsArray().Where(element => element!["type"]!.GetValue<string>() == "ActionSet").SelectMany(set => set!["actions"]!.AsArray())).Concat(card["actions"]?.AsArray() ?? []).OfType<JsonNode>()];

    public JsonNode Button(string action) => Buttons.Single(button => (button["verb"] ?? button["data"]!["verb"])?.GetValue<string>() == action);
}
