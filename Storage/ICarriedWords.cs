using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>What people wrote on one platform and the pod's other platform has not shown yet. Kept with the commit that owes it, and gone as
/// soon as nothing is owed of it any more: delivered, dropped or given up.</summary>
public interface ICarriedWords
{
    ValueTask<CarriedWords?> FindCarriedWords(string subject, CancellationToken ct);
}

/// <param name="Subject">What is owed: the subject of the outbox rows that carry it.</param>
/// <param name="Text">The words; 1 to 2,000 characters.</param>
public sealed record CarriedWords(string Subject, string Text, Instant At)
{
    /// <summary>How every such subject starts, and no other.</summary>
    public const string SubjectPrefix = "said/";
}
