using System.Net;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Local;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AlignmentBot.Tests.Bot.Local;

public sealed class LocalPageTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bot = await LocalKit.Start();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("rosa", new[] { ActionIds.Accept, ActionIds.RejectForm, ActionIds.History })]
    [InlineData("max", new[] { ActionIds.History })]
    [InlineData("bram", new[] { ActionIds.ReassignForm, ActionIds.History })]
    public async Task Buttons_fit_who_looks(string persona, string[] actions)
    {
        await LocalKit.HandOver(bot);
        using var window = await LocalClient.Open(bot, persona);

        Assert.Equal(actions, (await window.Page()).QuerySelectorAll("#channel [data-action]").Select(button => button.GetAttribute("data-action")));
    }

    [Fact]
    public async Task Everybody_active_can_be_chosen_by_side()
    {
        var dina = (await bot.Store.FindMember(new("sample-dina"), Ct))!;
        await bot.Store.SaveMember(dina with { Active = false }, Ct);
        using var window = await LocalClient.Open(bot, "rosa");

        var people = (await window.Page()).QuerySelectorAll("#people a").Select(link => link.QuerySelector(".name")!.TextContent);

        Assert.Equal(["Rosa Rep", "Sam Seller", "Cleo Closer", "Max Marketer", "Mia Media", "Bram Brand"], people);
    }

    [Fact]
    public async Task Page_says_that_there_is_no_login()
    {
        using var window = await LocalClient.Open(bot, "rosa");

        Assert.Equal(
            "There is no login here. This page is for development and trial only, on this machine.",
            (await window.Page()).QuerySelector(".trial")!.TextContent.Trim());
    }

    [Fact]
    public async Task Direct_messages_are_seen_by_their_addressee_alone()
    {
        // In the hours of those who are told.
        await bot.Services.GetRequiredService<DevClock>().MoveTo(SamplePod.Morning, Ct);
        var (lead, _) = await LocalKit.HandOver(bot);
        using var rosa = await LocalClient.Open(bot, "rosa");
        await rosa.Form(FormIds.Reject, lead.Value, new { reason = "no_budget" });
        using var max = await LocalClient.Open(bot, "max");

        var notice = await Eventually.Get(async () => (await max.Conversations()).QuerySelector("[data-conversation=direct] .message"));

        Assert.Contains("Rosa Rep rejected", notice.TextContent, StringComparison.Ordinal);
        Assert.Null((await rosa.Conversations()).QuerySelector("[data-conversation=direct] .message"));
        Assert.Equal(HttpStatusCode.NoContent, (await rosa.Message(notice.Id!)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await max.Message(notice.Id!)).StatusCode);
    }

    [Fact]
    public async Task Names_of_leads_never_become_markup()
    {
        await LocalKit.HandOver(bot, with: brief => brief with { FirstName = "<img src=x onerror=alert(1)>", LastName = "\"><script>" });
        using var window = await LocalClient.Open(bot, "rosa");

        var message = (await window.Page()).QuerySelector("#channel .message")!;

        Assert.Empty(message.QuerySelectorAll("script, [onerror]"));
        Assert.StartsWith("<img src=x onerror=alert(1)> \"><script>", message.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("<img src=x onerror=alert(1)>", message.GetAttribute("data-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_thread_is_folded_to_its_last_three()
    {
        var (lead, message) = await LocalKit.HandOver(bot);
        using var window = await LocalClient.Open(bot, "rosa");
        for (var number = 1; number <= 5; number++)
            await window.Reply(message, lead.Value, $"Reply {number}", $"r{number}");

        var thread = (await window.Conversations()).QuerySelector(".thread")!;

        Assert.Equal("Show all 5 replies", thread.QuerySelector("summary .closed")!.TextContent);
        Assert.Equal(["Reply 1", "Reply 2"], Words(thread, "details .words"));
        Assert.Equal(["Reply 3", "Reply 4", "Reply 5"], Words(thread, ".thread > ol .words"));
    }

    [Fact]
    public async Task Four_replies_are_all_seen()
    {
        var (lead, message) = await LocalKit.HandOver(bot);
        using var window = await LocalClient.Open(bot, "rosa");
        for (var number = 1; number <= 4; number++)
            await window.Reply(message, lead.Value, $"Reply {number}", $"r{number}");

        Assert.Null((await window.Conversations()).QuerySelector(".thread details"));
    }

    [Fact]
    public async Task Burst_shares_a_message_in_which_each_lead_can_be_meant()
    {
        GatedChannel? gate = null;
        await using var burst = await LocalKit.Start(services => services
            .RemoveAll<IChannel>()
            .AddSingleton<IChannel>(provider => gate = new GatedChannel(provider.GetRequiredService<LocalChannel>())));
        var leads = new List<LeadId> { await LocalKit.HandOverUnposted(burst, "p00") };
        await gate!.Reached;
        foreach (var number in Enumerable.Range(1, 13))
            leads.Add(await LocalKit.HandOverUnposted(burst, $"p{number:D2}"));
        gate.Open();
        await LocalKit.MessageOf(burst, leads[^1]);
        using var window = await LocalClient.Open(burst, "rosa");

        var messages = (await window.Page()).QuerySelectorAll("#channel .message").Select(message => message.GetAttribute("data-leads")!.Split(' ')).ToList();
        var digest = (await window.Page()).QuerySelectorAll("#channel .message")[1];

        Assert.Equal([1, 10, 1, 1, 1], messages.Select(message => message.Length));
        Assert.Equal(leads.Select(lead => lead.Value), messages.SelectMany(message => message));
        Assert.Equal(messages[1], digest.QuerySelectorAll("form[data-reply] option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task Other_pods_are_offered_when_there_are_any()
    {
        using var window = await LocalClient.Open(bot, "rosa");
        Assert.Null((await window.Page()).QuerySelector("#pods-title"));
        await bot.Store.SavePod(new Pod(new("apac"), "APAC", "Asia/Tokyo"), Ct);
        await bot.Store.SaveMember(new Member(new("apac-kei"), new("apac"), "kei@example.com", "Kei", Side.Sales), Ct);

        Assert.Contains("/?pod=apac", (await window.Page()).QuerySelectorAll("#people a").Select(link => link.GetAttribute("href")));
        using var kei = new LocalClient(bot, "unused") { Pod = "apac", Persona = "apac-kei" };
        Assert.Equal("# APAC", (await kei.Page()).QuerySelector("#channel-title")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("/?pod=sample&as=nobody", "Nobody here by this name")]
    [InlineData("/?pod=nowhere", "Nobody here by this name")]
    [InlineData("/?pod=nowhere&as=sample-rosa", "Nobody here by this name")]
    public async Task Address_of_nobody_leads_back(string address, string heading)
    {
        using var client = bot.Client();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(heading, await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_store_says_how_to_make_a_pod_and_then_how_to_fill_it()
    {
        await using var empty = await RunningBot.Start(["--Local:SampleData=false"]);
        using var client = empty.Client();
        var noPod = await client.GetStringAsync(new Uri("/", UriKind.Relative), Ct);
        await empty.Store.SavePod(new Pod(new("emea"), "EMEA", "Europe/Amsterdam"), Ct);
        var noMember = await client.GetStringAsync(new Uri("/", UriKind.Relative), Ct);

        Assert.Contains("-- pods add", noPod, StringComparison.Ordinal);
        Assert.Contains("-- members add", noPod, StringComparison.Ordinal);
        Assert.DoesNotContain("-- pods add", noMember, StringComparison.Ordinal);
        Assert.Contains("-- members add", noMember, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Words(IElement thread, string selector) => thread.QuerySelectorAll(selector).Select(words => words.TextContent);
}
