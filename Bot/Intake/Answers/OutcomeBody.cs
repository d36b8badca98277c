using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bot.Intake.Answers;

/// <summary>What became of a lead, as a CRM reports it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OutcomeBody(
    [property: AllowedValues("contacted", "qualified", "opportunity", "won", "lost"), Description("What became of the lead. Steps in between may be skipped.")] string Outcome)
{
    [Description("When it happened; the present when left out. Not before the step before, and not in the future.")]
    public Instant? At { get; init; }

    [Range(0, 1_000_000_000_000d), Description("With opportunity and won only.")]
    public decimal? Amount { get; init; }

    [RegularExpression("^[A-Z]{3}$"), Description("Three capital letters (ISO 4217). Needed with an amount.")]
    public string? Currency { get; init; }

    [MaxLength(Rejection.NoteLimit), Description("With lost only, and needed there.")]
    public string? Reason { get; init; }
}
