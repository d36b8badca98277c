using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Intake.Answers;
using AlignmentBot.Bot.Intake.Problems;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Intake;

/// <summary>Gives the same answer to the same call. Calls that were refused changed nothing and are not kept: they may be corrected and sent again.</summary>
public sealed class Deliveries(IStore store, BotClock clock)
{
    /// <summary>What the same call was answered before, or null when it is new.</summary>
    public async ValueTask<IntakeResult?> Earlier(IntakeCall call, CancellationToken ct) =>
        call.Delivery is { } delivery && await store.FindDelivery(Door.Api, delivery.Id, ct) is { } earlier ? Again(earlier, call) : null;

    public static IntakeResult Again(Delivery earlier, IntakeCall call) => earlier.Fingerprint == call.Delivery!.Fingerprint
        ? new IntakeResult.Taken(KeptAnswer.Read(earlier.Answer))
        : new IntakeResult.Refused(Problem.Of(
            StatusCodes.Status422UnprocessableEntity,
            "idempotency_key_reused",
            "This Idempotency-Key came before with another request. Nothing was done; send this request with a key of its own.").Problem);

    /// <summary>Keeps an answer to a call that found everything done already.</summary>
    public async Task<IntakeResult> Keep(IntakeCall call, KeptAnswer answer, CancellationToken ct)
    {
        if (call.Delivery is not { } delivery)
            return new IntakeResult.Taken(answer);
        var kept = new Delivery(Door.Api, delivery.Id, delivery.Fingerprint, answer.Write(), clock.Now);
        return await store.Commit(new Commit { Delivery = kept }, ct) is CommitResult.Repeated repeated
            ? Again(repeated.Earlier, call)
            : new IntakeResult.Taken(answer);
    }
}
