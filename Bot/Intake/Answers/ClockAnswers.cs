using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Bot.Intake.Answers;

/// <summary>Writes the clocks of a lead for the API.</summary>
public static class ClockAnswers
{
    public const string Running = "running";
    public const string Paused = "paused";
    public const string Breached = "breached";
    public const string Kept = "kept";

    public static ClockAnswer Of(ClauseClock clock, Lead lead, SlaPolicy policy, Instant now)
    {
        var end = Instant.Max(clock.StartedAt, clock.StoppedAt ?? now);
        var worked = clock.Worked ?? WorkingTime.Between(clock.StartedAt, end, policy.CalendarsFor(lead));
        return new ClockAnswer(Clauses.NameOf(clock.Clause), Clauses.SideOf(clock.Clause).ToString().ToLowerInvariant(), clock.StartedAt)
        {
            DueAt = clock.DueAt,
            StoppedAt = clock.StoppedAt,
            State = StateOf(clock, lead, policy, now),
            Target = clock.Target is { } target ? IsoDuration.Write(target) : null,
            WorkingSeconds = (long)worked.TotalSeconds,
            RawSeconds = (long)(end - clock.StartedAt).TotalSeconds,
            AgreementVersion = clock.AgreementVersion,
        };
    }

    private static string? StateOf(ClauseClock clock, Lead lead, SlaPolicy policy, Instant now)
    {
        if (clock.IsBroken(now))
            return Breached;
        if (clock.StoppedAt is not null)
            return clock.Kept is true ? Kept : null;
        return WorkingTime.IsWorking(now, policy.CalendarsFor(lead)) ? Running : Paused;
    }
}
