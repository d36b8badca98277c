using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Intake.Answers;
using AlignmentBot.Bot.Intake.Problems;
using AlignmentBot.Bot.Intake.Reading;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Intake;

/// <summary>Takes what a CRM reports about a lead: load, decide, commit, answer.</summary>
public sealed class OutcomeIntake(LeadDesk desk, Deliveries deliveries, BotClock clock)
{
    public async Task<IntakeResult> Report(LeadId lead, ReadOnlyMemory<byte> json, IntakeCall call, CancellationToken ct)
    {
        if (await deliveries.Earlier(call, ct) is { } earlier)
            return earlier;
        var (command, wrong) = Read(json);
        if (command is null)
            return new IntakeResult.Refused(wrong!);

        var request = new LeadRequest(Door.Api, new Caller.Crm(call.Key.Name), command, call.Delivery?.Id, after => Answer(after, call).Write())
        {
            Fingerprint = call.Delivery?.Fingerprint,
        };
        return await desk.Decide(lead, request, ct) switch
        {
            DeskResult.Done { Changed: true } done => new IntakeResult.Taken(Answer(done.View, call)),
            DeskResult.Done done => await deliveries.Keep(call, Answer(done.View, call), ct),
            DeskResult.Repeated repeated => Deliveries.Again(repeated.Earlier, call),
            DeskResult.Refused refused => new IntakeResult.Refused(ApiRefusals.Problem(refused, lead.Value)),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    private (LeadCommand? Command, Problem? Problem) Read(ReadOnlyMemory<byte> json)
    {
        var (document, fault) = JsonBody.Parse(json);
        if (document is null)
            return (null, Problems.Problem.Malformed(fault!).Problem);
        using (document)
        {
            var faults = new Faults();
            var command = OutcomeReader.Read(document.RootElement, clock.Now, faults);
            return command is null ? (null, Problems.Problem.WrongFields(faults).Problem) : (command, null);
        }
    }

    private static KeptAnswer Answer(LeadView after, IntakeCall call) => new(
        StatusCodes.Status200OK, new LeadAnswer(after.Lead.Id.Value, StateNames.Of(after.Lead.State), call.UrlOf(after.Lead.Id)));
}
