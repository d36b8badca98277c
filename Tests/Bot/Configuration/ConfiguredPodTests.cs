using AlignmentBot.Bot.Channels.Local;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Configuration;

/// <summary>What stands in the configuration, seen in what the running bot does.</summary>
public sealed class ConfiguredPodTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 20, 9, 0);

    private static readonly string[] Pod =
    [
        "--Local:SampleData=false", "--Clock:Start=2026-11-20T09:00:00Z",
        "--Pods:0:id=emea", "--Pods:0:name=EMEA", "--Pods:0:timeZone=Europe/Amsterdam",
        .. Member(0, "rosa", "sales"), .. Member(1, "sam", "sales"), .. Member(2, "lena", "sales"), "--Pods:0:members:2:podLead=true", "--Pods:0:members:2:weight=0",
        .. Member(3, "max", "marketing"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Until_the_configured_day_the_pod_only_watches_and_the_day_after_it_reminds()
    {
        await using var bot = await RunningBot.Start([.. Pod, "--Pods:0:watchUntil=2026-11-20"]);
        var lead = await HandOver(bot, "ada");
        await MoveTo(bot, Morning + Duration.FromMinutes(150));
        Assert.Empty(await Told(bot, "rosa"));
        Assert.Empty(await Told(bot, "lena"));
        Assert.Null(((LeadState.Offered)(await bot.Store.FindLead(lead, Ct))!.Lead.State).ReservedFor);

        var monday = Instant.FromUtc(2026, 11, 23, 8, 1);
        await MoveTo(bot, monday);
        Assert.StartsWith("nudges/", Assert.Single(await Told(bot, "lena")), StringComparison.Ordinal);
        await HandOver(bot, "bob");
        await MoveTo(bot, monday + Duration.FromMinutes(50));
        Assert.Single(await Told(bot, "rosa"));
    }

    [Fact]
    public async Task Who_ends_the_watch_by_chat_hears_that_the_configuration_begins_it_again()
    {
        await using var bot = await RunningBot.Start([.. Pod, "--Pods:0:watchUntil=2026-11-30"]);
        using var lena = new LocalClient(bot, "lena") { Pod = "emea", Persona = (await IdOf(bot, "lena")).Value };
        await lena.Page();

        var said = (await lena.Command("/mql sla watch off")).GetProperty("text").GetString()!;

        Assert.Equal("Reminders are on at EMEA. A day also stands in the bot's configuration (watchUntil), which is applied at every start: change it there too.", said);
    }

    [Fact]
    public async Task A_rep_of_twice_the_weight_gets_two_leads_of_three_by_turn_and_one_of_none_gets_none()
    {
        await using var bot = await RunningBot.Start([.. Pod, "--Pods:0:members:0:weight=2"]);
        var leads = new List<LeadId>();
        for (var number = 0; number < 6; number++)
            leads.Add(await HandOver(bot, "p" + number));

        await MoveTo(bot, Morning + Duration.FromMinutes(125));

        var reserved = new List<MemberId?>();
        foreach (var lead in leads)
            reserved.Add(((LeadState.Offered)(await bot.Store.FindLead(lead, Ct))!.Lead.State).ReservedFor);
        var (rosa, sam) = (await IdOf(bot, "rosa"), await IdOf(bot, "sam"));
        Assert.Equal((4, 2), (reserved.Count(rep => rep == rosa), reserved.Count(rep => rep == sam)));
    }

    private static string[] Member(int number, string name, string side) =>
        [$"--Pods:0:members:{number}:email={name}@example.com", $"--Pods:0:members:{number}:name={name}", $"--Pods:0:members:{number}:side={side}"];

    private static Task MoveTo(RunningBot bot, Instant moment) => bot.Services.GetRequiredService<DevClock>().MoveTo(moment, Ct);

    private static async Task<MemberId> IdOf(RunningBot bot, string name) => (await bot.Store.FindMemberByEmail(new PodId("emea"), name + "@example.com", Ct))!.Id;

    private static async Task<IReadOnlyList<string>> Told(RunningBot bot, string name) =>
        [.. (await bot.Store.LocalConversation(LocalConversations.Of(await IdOf(bot, name)), int.MaxValue, Ct)).Select(message => message.Subject ?? string.Empty)];

    private static async Task<LeadId> HandOver(RunningBot bot, string person)
    {
        var pod = (await bot.Store.FindPod(new PodId("emea"), Ct))!;
        var command = new LeadCommand.HandOver(new LeadId(person.PadRight(10, 'x')), pod, 1, SamplePod.Whole with { Email = person + "@example.com", ExternalId = null }, null);
        await bot.Services.GetRequiredService<LeadDesk>().HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
        return command.Id;
    }
}
