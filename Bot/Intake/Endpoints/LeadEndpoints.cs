using AlignmentBot.Bot.Intake.Reading;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Intake.Endpoints;

/// <summary><c>POST /api/leads</c> and <c>POST /api/leads/{id}/outcomes</c>.</summary>
public static class LeadEndpoints
{
    public static Task<IResult> HandOver(HttpContext http, Calls calls, LeadIntake intake, CancellationToken ct) =>
        calls.Answer(http, (body, call) => intake.HandOver(ReadLead.From(body), call, ct), ct);

    public static Task<IResult> Report(string id, HttpContext http, Calls calls, OutcomeIntake intake, CancellationToken ct) =>
        calls.Answer(http, (body, call) => intake.Report(new LeadId(id), body, call, ct), ct);

}
