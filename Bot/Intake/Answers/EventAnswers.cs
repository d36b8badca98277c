using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Intake.Answers;

/// <summary>Writes a history for the API.</summary>
public static class EventAnswers
{
    public static EventAnswer Of(LeadEvent happened, Roster roster)
    {
        var answer = new EventAnswer(happened.Number, happened.At, DoorOf(happened.Door), NameOf(happened.Fact), By(happened.By, roster));
        return happened.Fact switch
        {
            LeadFact.HandedOver f => answer with { Fields = f.Missing.Count > 0 ? f.Missing : null, To = To(f.ReservedFor, roster) },
            LeadFact.Repaired f => answer with { Fields = f.Fields.Select(field => field.Name).ToList() },
            LeadFact.Rejected f => answer with { Reason = ReasonOf(f.Rejection) },
            LeadFact.Released f => answer with { Reason = new ReasonAnswer { Note = f.Reason } },
            LeadFact.Recycled { Note: { } note } => answer with { Reason = new ReasonAnswer { Note = note } },
            LeadFact.ReOffered f => answer with { To = To(f.To, roster) },
            LeadFact.Reassigned f => answer with { To = To(f.To, roster) },
            LeadFact.Covered f => answer with { To = To(f.By, roster) },
            LeadFact.PassedOn f => answer with { To = To(f.To, roster) },
            LeadFact.Snoozed f => answer with { Reason = new ReasonAnswer { Note = f.Reason } },
            LeadFact.Contacted f => answer with { HappenedAt = f.At },
            LeadFact.Qualified f => answer with { HappenedAt = f.At },
            LeadFact.OpportunityOpened f => answer with { HappenedAt = f.At, Amount = f.Amount?.Amount, Currency = f.Amount?.Currency },
            LeadFact.Won f => answer with { HappenedAt = f.At, Amount = f.Amount?.Amount, Currency = f.Amount?.Currency },
            LeadFact.Lost f => answer with { HappenedAt = f.At, Reason = new ReasonAnswer { Note = f.Reason } },
            _ => answer,
        };
    }

    public static ReasonAnswer ReasonOf(Rejection rejection) => new()
    {
        Family = rejection.Reason.Family.ToString().ToLowerInvariant(),
        Code = rejection.Reason.Code,
        Note = rejection.Note,
    };

    public static PersonAnswer? To(MemberId? id, Roster roster) =>
        id is { } known && roster.Find(known) is { } member ? new PersonAnswer(member.Name, member.Email) : null;

    /// <summary>Stable names: programs compare them.</summary>
    private static string NameOf(LeadFact fact) => fact switch
    {
        LeadFact.HandedOver => "handed_over",
        LeadFact.HandedOverAgain => "handed_over_again",
        LeadFact.Repaired => "repaired",
        LeadFact.Completed => "completed",
        LeadFact.Accepted => "accepted",
        LeadFact.Rejected => "rejected",
        LeadFact.Released => "released",
        LeadFact.ReOffered => "re_offered",
        LeadFact.Recycled => "recycled",
        LeadFact.Reassigned => "reassigned",
        LeadFact.PassedOn => "passed_on",
        LeadFact.Covered => "covered",
        LeadFact.Freed => "freed",
        LeadFact.Snoozed => "snoozed",
        LeadFact.RejectionNoted => "rejection_noted",
        LeadFact.DecisionUndone => "decision_undone",
        LeadFact.Contacted => "contacted",
        LeadFact.Qualified => "qualified",
        LeadFact.OpportunityOpened => "opportunity_opened",
        LeadFact.Won => "won",
        LeadFact.Lost => "lost",
        LeadFact.Commented { AnswersRejection: true } => "rejection_answered",
        LeadFact.Commented => "commented",
        _ => throw new NotSupportedException($"No name for {fact.GetType().Name}."),
    };

    private static string DoorOf(Door door) => door.ToString().ToLowerInvariant();

    private static AuthorAnswer By(Author author, Roster roster) => author switch
    {
        Author.Member m when roster.Find(m.Id) is { } member => new AuthorAnswer("member") { Name = member.Name, Email = member.Email },
        Author.Member => new AuthorAnswer("member"),
        Author.Crm crm => new AuthorAnswer("key") { Name = crm.Key },
        Author.Bot => new AuthorAnswer("bot"),
        _ => throw new NotSupportedException($"No answer for {author.GetType().Name}."),
    };
}
