using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Channels.Local;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Sampled = AlignmentBot.Bot.Channels.Local.Sample;

namespace AlignmentBot.Tests.Bot.Local;

/// <summary>The running bot with the sample pod and no leads but those a test hands over.</summary>
public static class LocalKit
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<RunningBot> Start(Action<IServiceCollection>? also = null)
    {
        var bot = await RunningBot.Start(["--Local:SampleData=false"], also);
        await bot.Store.SavePod(Sampled.SamplePod.Make("Europe/Amsterdam"), Ct);
        foreach (var member in Sampled.SamplePod.Members)
            await bot.Store.SaveMember(member, Ct);
        return bot;
    }

    /// <summary>Hands over one lead and waits until its card stands in the channel.</summary>
    /// <returns>The lead and the message that shows it.</returns>
    public static async Task<(LeadId Lead, string Message)> HandOver(RunningBot bot, string person = "ada", Func<Brief, Brief>? with = null)
    {
        var lead = await HandOverUnposted(bot, person, with);
        return (lead, await MessageOf(bot, lead));
    }

    /// <summary>Hands over one lead and does not wait for its card.</summary>
    public static async Task<LeadId> HandOverUnposted(RunningBot bot, string person, Func<Brief, Brief>? with = null)
    {
        var pod = (await bot.Store.FindPod(Sampled.SamplePod.Id, Ct))!;
        var brief = new Brief
        {
            FirstName = person,
            Email = person + "@example.com",
            Phone = "+31 20 555 0100",
            Company = new Company("Example Ltd"),
            Marketer = "max@example.com",
        };
        var command = new LeadCommand.HandOver(new LeadId(person.PadRight(10, 'x')), pod, 1, with?.Invoke(brief) ?? brief, null);
        await bot.Services.GetRequiredService<LeadDesk>().HandOver(
            command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
        return command.Id;
    }

    /// <summary>The message in which the lead's card stands, once it is posted.</summary>
    public static async Task<string> MessageOf(RunningBot bot, LeadId lead)
    {
        var conversation = LocalConversations.Of(Sampled.SamplePod.Id);
        return await Eventually.Get(async () => await bot.Store.FindMessage(Door.Local, conversation, "lead/" + lead.Value, Ct));
    }

    /// <summary>What happened to the lead, by the names of the facts.</summary>
    public static async Task<IReadOnlyList<string>> Facts(RunningBot bot, LeadId lead) =>
        (await bot.Store.History(lead, Ct)).Select(happened => happened.Fact.GetType().Name).ToList();
}
