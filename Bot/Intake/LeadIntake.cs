using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Intake.Answers;
using AlignmentBot.Bot.Intake.Problems;
using AlignmentBot.Bot.Intake.Reading;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Intake;

/// <summary>Hands over a lead that came in by the API: load, decide, commit, answer.</summary>
public sealed class LeadIntake(LeadDesk desk, Deliveries deliveries, IStore store)
{
    /// <summary>Replaced by the version that holds when the lead is decided on.</summary>
    private const int FirstAgreement = 1;

    public async Task<IntakeResult> HandOver(ReadLead read, IntakeCall call, CancellationToken ct)
    {
        if (await deliveries.Earlier(call, ct) is { } earlier)
            return earlier;
        if (read.Malformed is { } malformed)
            return new IntakeResult.Refused(malformed);

        var pod = await FindPod(read, ct);
        var owner = pod is null ? null : await FindOwner(read, pod, ct);
        if (read.Faults.Any)
            return new IntakeResult.Refused(Problem.WrongFields(read.Faults).Problem);

        var command = new LeadCommand.HandOver(NewIds.Lead(), pod!, FirstAgreement, read.Draft!.Brief, owner?.Id);
        var request = new LeadRequest(Door.Api, new Caller.Crm(call.Key.Name), command, call.Delivery?.Id, after => Answer(after, command.Id, call).Write())
        {
            Fingerprint = call.Delivery?.Fingerprint,
        };
        return await desk.HandOver(command, request, ct) switch
        {
            DeskResult.Done done => new IntakeResult.Taken(Answer(done.View, command.Id, call)),
            DeskResult.Repeated repeated => Deliveries.Again(repeated.Earlier, call),
            DeskResult.Refused refused => new IntakeResult.Refused(ApiRefusals.Problem(refused, command.Id.Value)),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    /// <summary>A lead under another id than the new one was there before.</summary>
    private static KeptAnswer Answer(LeadView after, LeadId made, IntakeCall call)
    {
        var merged = after.Lead.Id != made;
        var missing = (after.Lead.State as LeadState.Incomplete)?.Missing;
        var status = merged ? "merged" : StateNames.Of(after.Lead.State);
        return new KeptAnswer(
            merged ? StatusCodes.Status200OK : StatusCodes.Status201Created,
            new LeadAnswer(after.Lead.Id.Value, status, call.UrlOf(after.Lead.Id)) { Missing = missing });
    }

    private async Task<Pod?> FindPod(ReadLead read, CancellationToken ct)
    {
        if (read.Draft is not { } draft || (draft.Pod is null && read.PodIsWrong))
            return null;
        if (draft.Pod is { } id && await store.FindPod(new PodId(id), ct) is { } found)
            return found;

        var pods = await store.Pods(ct);
        if (draft.Pod is null && pods.Count == 1)
            return pods[0];
        read.Faults.Add(Pointer.To(Pointer.Root, "pod"), PodSentence(draft.Pod, pods.Select(pod => pod.Id.Value).ToList()));
        return null;
    }

    private static string PodSentence(string? given, List<string> known) => (given, known.Count) switch
    {
        (_, 0) => "There is no pod yet. Make one with the command pods add, or in section Pods of the configuration.",
        (null, _) => $"There are {known.Count} pods, so the lead must say which one: {Listed(known)}.",
        _ => $"There is no pod {Shown.Of(given)}.{RosterRules.Meant(given, known)} Known: {Listed(known)}.",
    };

    private static string Listed(List<string> pods) => pods.Count <= 20 ? string.Join(", ", pods) : string.Join(", ", pods.Take(20)) + ", ...";

    private async Task<Member?> FindOwner(ReadLead read, Pod pod, CancellationToken ct)
    {
        if (read.Draft?.Owner is not { } email)
            return null;
        var member = await store.FindMemberByEmail(pod.Id, email, ct);
        if (member is { Active: true, Side: Side.Sales })
            return member;
        var why = member switch
        {
            null => "is not on the roster",
            { Active: false } => "has left the roster",
            _ => "is on the marketing side",
        };
        read.Faults.Add(Pointer.To(Pointer.Root, "owner"), $"{Shown.Of(email)} {why} of pod {pod.Id}. The owner must be an active member of its sales side.");
        return null;
    }
}
