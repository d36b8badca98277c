using System.ComponentModel;
using System.Text.Json.Serialization;
using NodaTime;

namespace AlignmentBot.Bot.Intake.Answers;

/// <summary>A lead in a list.</summary>
public record LeadSummary(
    string Id,
    string Url,
    string Pod,
    [property: Description("incomplete, offered, accepted, contacted, qualified, opportunity, won, lost, rejected or recycled.")] string State,
    Instant HandedOverAt)
{
    [Description("Who works the lead, from accepting on.")]
    public PersonAnswer? Owner { get; init; }

    [Description("The rep for whom the lead is kept until it is accepted.")]
    public PersonAnswer? ReservedFor { get; init; }

    [Description("While the lead is incomplete: the required fields that are missing.")]
    public IReadOnlyList<string>? Missing { get; init; }

    [Description("Why the lead was rejected, recycled or lost.")]
    public ReasonAnswer? Reason { get; init; }

    [Description("Of the opportunity, or as won.")]
    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    [Description("What marketing handed over.")]
    public required BriefBody Brief { get; init; }
}

/// <summary>A lead with its history.</summary>
public sealed record LeadDetail(string Id, string Url, string Pod, string State, Instant HandedOverAt) : LeadSummary(Id, Url, Pod, State, HandedOverAt)
{
    [Description("Version of the pod's agreement under which the lead was handed over.")]
    public int AgreementVersion { get; init; }

    [Description("The promises about this lead, each with when it began and ended to run.")]
    public required IReadOnlyList<ClockAnswer> Clocks { get; init; }

    [Description("Everything that happened, oldest first.")]
    public required IReadOnlyList<EventAnswer> History { get; init; }
}

public sealed record PersonAnswer(string Name, [property: Description("Mail address.")] string Email);

public sealed record ReasonAnswer
{
    [Description("Of a rejection: procedural, clerical or definitional.")]
    public string? Family { get; init; }

    [Description("Of a rejection: the pod's code, such as no_budget.")]
    public string? Code { get; init; }

    [Description("In somebody's own words.")]
    public string? Note { get; init; }
}

public sealed record ClockAnswer(
    [property: Description("decide, firstContact, outcome, answer or supply.")] string Clause,
    [property: Description("Who owes it: sales or marketing.")] string Side,
    Instant StartedAt)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never), Description("Until when the promise is kept; null where nothing was agreed, or the calendars have no such working time.")]
    public Instant? DueAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never), Description("null while the clock runs.")]
    public Instant? StoppedAt { get; init; }

    [Description("running; paused while nobody works whose hours count; breached once it is or was late; kept. Not there for a clock that stopped before there was an agreement.")]
    public string? State { get; init; }

    [Description("The agreed working time in ISO 8601, such as PT1H. Not there where nothing was agreed.")]
    public string? Target { get; init; }

    [Description("The working time from start to stop, or to now.")]
    public long WorkingSeconds { get; init; }

    [Description("The time on the wall clock from start to stop, or to now.")]
    public long RawSeconds { get; init; }

    [Description("Version of the pod's agreement that was in force when the clock started.")]
    public int? AgreementVersion { get; init; }
}

public sealed record LeadList(IReadOnlyList<LeadSummary> Leads)
{
    [Description("Give it as cursor to read on; not there on the last page.")]
    public string? Next { get; init; }
}
