using AlignmentBot.Bot.Intake.Answers;
using AlignmentBot.Bot.Intake.Keys;
using AlignmentBot.Bot.Intake.Problems;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Intake;

/// <summary>Who calls, and how the call is told from others.</summary>
/// <param name="Url">Starts the addresses in the answer.</param>
/// <param name="Delivery">The call's own key, or null when it gave none.</param>
public sealed record IntakeCall(KeyHolder Key, string Url, IntakeDelivery? Delivery)
{
    public string UrlOf(LeadId lead) => $"{Url}/api/leads/{Uri.EscapeDataString(lead.Value)}";
}

/// <param name="Id">Unique over all keys.</param>
/// <param name="Fingerprint">Hash of the method, the path and the body.</param>
public sealed record IntakeDelivery(string Id, string Fingerprint);

/// <summary>How a call ended.</summary>
public abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <summary>It was taken, now or by the same call before.</summary>
    public sealed record Taken(KeptAnswer Answer) : IntakeResult;

    public sealed record Refused(Problem Problem) : IntakeResult;
}
