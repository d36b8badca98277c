using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>One clock of one lead, as timers name it: <c>LEAD/CLAUSE/START/NUMBER</c>, the start in Unix ticks, the number of the next step.</summary>
public sealed record LadderSubject(LeadId Lead, Clause Clause, Instant Start, int Number)
{
    public static LadderSubject? Parse(string text) =>
        text.Split('/') is [var lead, var clause, var start, var number]
            && Clauses.Find(clause) is { } known
            && long.TryParse(start, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            ? new LadderSubject(new LeadId(lead), known, Instant.FromUnixTimeTicks(ticks), step)
            : null;

    /// <summary>The clock, while it runs about the lead.</summary>
    public ClauseClock? RunningIn(Lead lead) => lead.RunningClock is { } clock && clock.Clause == Clause && clock.StartedAt == Start ? clock : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lead}/{Clauses.NameOf(Clause)}/{Start.ToUnixTimeTicks()}/{Number}");
}

/// <summary>Something that the ladder says about one clock, as the outbox and nudges name it: <c>sla/SAYS/LEAD/CLAUSE/START</c>.</summary>
public sealed record SlaSubject(LadderSays Says, LeadId Lead, Clause Clause, Instant Start)
{
    private const string Prefix = "sla/";

    public static SlaSubject? Parse(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length..].Split('/') is [var says, var lead, var clause, var start]
            && SaysOf(says) is { } what
            && LadderSubject.Parse($"{lead}/{clause}/{start}/0") is { } clock
            ? new SlaSubject(what, clock.Lead, clock.Clause, clock.Start)
            : null;

    public static SlaSubject Of(LadderSays says, LeadId lead, ClauseClock clock) => new(says, lead, clock.Clause, clock.StartedAt);

    /// <summary>The clock, while it runs about the lead.</summary>
    public ClauseClock? RunningIn(Lead lead) => new LadderSubject(Lead, Clause, Start, 0).RunningIn(lead);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{NameOf(Says)}/{Lead}/{Clauses.NameOf(Clause)}/{Start.ToUnixTimeTicks()}");

    private static string NameOf(LadderSays says) => says switch
    {
        LadderSays.Remind => "remind",
        LadderSays.RemindSide => "remind-all",
        LadderSays.Escalate => "escalate",
        LadderSays.NobodyThere => "nobody",
        LadderSays.Gap => "gap",
    };

    private static LadderSays? SaysOf(string name) => Enum.GetValues<LadderSays>().Cast<LadderSays?>().FirstOrDefault(says => NameOf(says!.Value) == name);
}
