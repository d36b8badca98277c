using AlignmentBot.Bot.Intake.Problems;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>A posted lead as far as it could be read.</summary>
/// <param name="Malformed">Why it is no JSON, or null.</param>
/// <param name="Draft">Null when it is not even an object.</param>
public sealed record ReadLead(Problem? Malformed, LeadDraft? Draft, Faults Faults)
{
    /// <summary>True when a pod was named in a form that cannot be one.</summary>
    public bool PodIsWrong => Faults.Has(Pointer.To(Pointer.Root, "pod"));

    public static ReadLead From(ReadOnlyMemory<byte> json)
    {
        var (document, fault) = JsonBody.Parse(json);
        if (document is null)
            return new ReadLead(Problem.Malformed(fault!).Problem, null, new Faults());
        using (document)
        {
            var faults = new Faults();
            return new ReadLead(null, LeadReader.Read(document.RootElement, faults), faults);
        }
    }
}
