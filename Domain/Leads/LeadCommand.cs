using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>What can be asked of a lead.</summary>
public abstract record LeadCommand
{
    private LeadCommand()
    {
    }

    /// <summary>Marketing hands over a lead that does not exist yet. <paramref name="ReservedFor"/>: the rep it is meant for.</summary>
    public sealed record HandOver(LeadId Id, Pod Pod, int AgreementVersion, Brief Brief, MemberId? ReservedFor) : LeadCommand;

    /// <summary>The same person was handed over again while this lead is open.</summary>
    public sealed record Merge(Brief Brief) : LeadCommand;

    public sealed record Accept : LeadCommand;

    public sealed record Reject(Rejection Rejection) : LeadCommand;

    /// <summary>The owner gives the lead back. Reason: 1 to 500 characters.</summary>
    public sealed record Release(string Reason) : LeadCommand;

    /// <summary>Marketing supplies or corrects information; fields by the names of <see cref="BriefFields"/>.</summary>
    public sealed record Repair(ValueList<NamedValue> Fields) : LeadCommand;

    /// <summary>A rejected lead goes back to sales, to everybody or to one rep.</summary>
    public sealed record ReOffer(Member? To) : LeadCommand;

    /// <summary>A rejected lead goes back to nurture.</summary>
    public sealed record Recycle(string? Note) : LeadCommand;

    /// <summary>A pod lead gives the lead to another rep.</summary>
    public sealed record Reassign(Member To) : LeadCommand;

    /// <summary>A lead that is meant for one rep, and not decided yet, is for every rep from now on.</summary>
    public sealed record Free : LeadCommand;

    /// <summary>Somebody is away: what they have goes to their backup, or to every rep where there is none.</summary>
    public sealed record Cover(MemberId Away, Member? Backup) : LeadCommand;

    /// <summary>The decision just made is taken back by the person who made it.</summary>
    public sealed record Undo : LeadCommand;

    /// <summary>Who owes the promise of this clause needs longer. Reason: 1 to 500 characters.</summary>
    public sealed record Snooze(Clause Clause, Instant Until, string Reason) : LeadCommand;

    /// <summary>The bot passes the lead on to the next rep by turn, because this clause was not kept.</summary>
    public sealed record PassOn(Member To, Clause Clause) : LeadCommand;

    /// <summary>Marketing has read why the lead was rejected, and has nothing to add.</summary>
    public sealed record NoteRejection : LeadCommand;

    public sealed record Contact(Instant At) : LeadCommand;

    public sealed record Qualify(Instant At) : LeadCommand;

    public sealed record OpenOpportunity(Instant At, Money? Amount) : LeadCommand;

    public sealed record Win(Instant At, Money? Amount) : LeadCommand;

    /// <summary>Reason: 1 to 500 characters.</summary>
    public sealed record Lose(Instant At, string Reason) : LeadCommand;

    /// <summary>A person wrote in the lead's thread, or added what was written elsewhere. The words stay on the platform; <paramref name="Reference"/>
    /// is the platform's message id, <paramref name="Link"/> the https address of a message from elsewhere.</summary>
    public sealed record Comment(string Reference, string? Link = null) : LeadCommand;
}
