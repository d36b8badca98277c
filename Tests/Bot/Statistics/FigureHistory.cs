using System.Globalization;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Bot.Dashboard;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Sampled = AlignmentBot.Bot.Channels.Local.Sample;

namespace AlignmentBot.Tests.Bot.Statistics;

/// <summary>The sample pod with leads whose promises were kept, broken, and are overdue.</summary>
internal static class FigureHistory
{
    public const int Leads = 40;

    /// <summary>A Friday morning, 10:00 in Amsterdam.</summary>
    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 20, 9, 0);

    /// <summary>Tuesday afternoon: every promise of Friday's that was not met is overdue by then.</summary>
    private static readonly Duration UntilSeen = Duration.FromDays(4) + Duration.FromHours(5);

    private static readonly string?[] Sources = ["Webinar", "Webinar", "Trade fair", null];

    /// <summary>When the figures are looked at.</summary>
    public static Instant Seen => Morning + UntilSeen;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Decided in time, decided late, and not at all; contacted in time and late; rejections answered in time, late, and not at all.</summary>
    public static async Task<RunningBot> Start()
    {
        var bot = await RunningBot.Start(["--Local:SampleData=false", $"--Clock:Start={InstantPattern.General.Format(Morning)}"]);
        await bot.Store.SavePod(Sampled.SamplePod.Make("Europe/Amsterdam"), Ct);
        foreach (var member in Sampled.SamplePod.Members)
            await bot.Store.SaveMember(member, Ct);
        for (var number = 0; number < Leads; number++)
            await LocalKit.HandOverUnposted(bot, Person(number), brief => brief with { Source = Sources[number % Sources.Length], Phone = number % 13 == 5 ? null : brief.Phone });

        await Steps(bot, 20, number => number % 13 == 5 || number % 4 > 1 ? null : Decision(number));
        await Steps(bot, 100, number => number % 13 == 5 || number % 4 != 2 ? null : Decision(number));
        await Steps(bot, 30, number => Rejected(number) && number % 9 == 1 ? new LeadCommand.Recycle(null) : Taken(number) && number % 5 < 3 ? Contact(bot) : null);
        await DashboardClock.Advance(bot, "P3DT6H");
        await Steps(bot, 5, number => Rejected(number) && number % 9 == 4 ? new LeadCommand.NoteRejection() : number == 0 ? new LeadCommand.Qualify(Now(bot)) : null);
        await Steps(bot, 5, number => number == 0 ? new LeadCommand.OpenOpportunity(Now(bot), null) : null);
        await Steps(bot, 5, number => number == 0 ? new LeadCommand.Win(Now(bot), SampleLeads.FiftyThousand) : null);
        var left = UntilSeen - Duration.FromDays(3) - Duration.FromHours(6) - Duration.FromMinutes(165);
        await DashboardClock.Advance(bot, DurationPattern.CreateWithInvariantCulture("'PT'M'M'").Format(left));
        return bot;
    }

    private static bool Offered(int number) => number % 13 != 5 && number % 4 != 3;

    private static bool Rejected(int number) => Offered(number) && Decision(number) is LeadCommand.Reject;

    private static bool Taken(int number) => Offered(number) && !Rejected(number);

    private static LeadCommand Decision(int number) => number % 3 == 1
        ? new LeadCommand.Reject(new Rejection(RejectionReason.Defaults[number % 2], number % 2 == 0 ? "Next year." : null))
        : new LeadCommand.Accept();

    private static LeadCommand Contact(RunningBot bot) => new LeadCommand.Contact(Now(bot));

    private static Instant Now(RunningBot bot) => bot.Services.GetRequiredService<AlignmentBot.Bot.Hosting.BotClock>().Now;

    /// <summary>Lets so many minutes pass, then takes a step with each lead that has one.</summary>
    private static async Task Steps(RunningBot bot, int minutes, Func<int, LeadCommand?> step)
    {
        await DashboardClock.Advance(bot, string.Create(CultureInfo.InvariantCulture, $"PT{minutes}M"));
        var desk = bot.Services.GetRequiredService<LeadDesk>();
        for (var number = 0; number < Leads; number++)
        {
            if (step(number) is not { } command)
                continue;
            var id = new LeadId(Person(number).PadRight(10, 'x'));
            var who = command is LeadCommand.Recycle or LeadCommand.NoteRejection ? "sample-max" : await RepOf(bot, id, number);
            var request = new LeadRequest(Door.Local, new Caller.Person(new(Door.Local, who)), command, $"{number}/{command.GetType().Name}", LeadAnswers.Kept);
            Assert.IsType<DeskResult.Done>(await desk.Decide(id, request, Ct));
        }
    }

    /// <summary>Who has the lead, or whose turn it is, as leads that wait too long go to the next rep.</summary>
    private static async Task<string> RepOf(RunningBot bot, LeadId id, int number)
    {
        var lead = (await bot.Store.FindLead(id, Ct))!.Lead;
        var rep = lead.Owner ?? (lead.State as LeadState.Offered)?.ReservedFor;
        return rep?.Value ?? (number % 2 == 0 ? "sample-rosa" : "sample-sam");
    }

    private static string Person(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");
}
