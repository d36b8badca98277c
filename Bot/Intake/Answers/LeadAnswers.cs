using AlignmentBot.Bot.Handlers;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Bot.Intake.Answers;

/// <summary>Writes leads for the API.</summary>
public static class LeadAnswers
{
    public static LeadSummary Summary(Lead lead, Roster roster, string url) =>
        Fill(new LeadSummary(lead.Id.Value, url, lead.Pod.Value, StateNames.Of(lead.State), lead.HandedOverAt) { Brief = BriefBody.Of(lead.Brief) }, lead, roster);

    public static LeadDetail Detail(Lead lead, PodRoster pod, string url, IEnumerable<LeadEvent> history, Instant now) =>
        Fill(
            new LeadDetail(lead.Id.Value, url, lead.Pod.Value, StateNames.Of(lead.State), lead.HandedOverAt)
            {
                AgreementVersion = lead.AgreementVersion,
                Brief = BriefBody.Of(lead.Brief),
                Clocks = lead.Clocks.Select(clock => ClockAnswers.Of(clock, lead, pod.Policy, now)).ToList(),
                History = history.Select(happened => EventAnswers.Of(happened, pod.Roster)).ToList(),
            },
            lead,
            pod.Roster);

    private static T Fill<T>(T answer, Lead lead, Roster roster)
        where T : LeadSummary
    {
        var known = (T)(answer with { Owner = EventAnswers.To(lead.Owner, roster) });
        return (T)(lead.State switch
        {
            LeadState.Incomplete s => known with { Missing = s.Missing, ReservedFor = EventAnswers.To(s.ReservedFor, roster) },
            LeadState.Offered s => known with { ReservedFor = EventAnswers.To(s.ReservedFor, roster) },
            LeadState.Rejected s => known with { Reason = EventAnswers.ReasonOf(s.Rejection) },
            LeadState.Recycled s => known with { Reason = EventAnswers.ReasonOf(s.Rejection) },
            LeadState.Lost s => known with { Reason = new ReasonAnswer { Note = s.Reason } },
            LeadState.Opportunity s => known with { Amount = s.Amount?.Amount, Currency = s.Amount?.Currency },
            LeadState.Won s => known with { Amount = s.Amount?.Amount, Currency = s.Amount?.Currency },
            _ => known,
        });
    }
}
