using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Calendar;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary><c>/mql hours</c>: when the person works, and when the pod does.</summary>
public sealed class Hours(BotClock clock)
{
    public Task<Answer> Show(CommandCall call, CancellationToken ct) => Task.FromResult(call.Member is { Active: true } member
        ? new Answer.Show(HoursCard.Draw(call.Pod, member, clock.Now, call.Reader))
        : LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who));
}
