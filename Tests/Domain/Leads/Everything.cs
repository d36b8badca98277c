using System.Reflection;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using static AlignmentBot.Tests.Fakes.SampleLeads;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>One or more of every state, command, fact and kind of actor, for tests that walk them all.</summary>
internal static class Everything
{
    public static readonly ValueList<Lead> Leads = [.. InEveryState, Reserved, Answered, HandedOver(Partial, Rosa), Offered.Then(new LeadCommand.Reject(WrongData), Sam, 10)];

    public static readonly ValueList<LeadCommand> Commands =
    [
        new LeadCommand.HandOver(Id, Emea, 1, Whole, null),
        new LeadCommand.Merge(Whole),
        new LeadCommand.Merge(Partial),
        new LeadCommand.Accept(),
        new LeadCommand.Reject(NoBudget),
        new LeadCommand.Reject(WrongData),
        new LeadCommand.Reject(Misrouted),
        new LeadCommand.Release("On leave from Monday"),
        new LeadCommand.Repair([new NamedValue("email", "ada@example.com")]),
        new LeadCommand.Repair([new NamedValue("email", "ada@example.com"), new NamedValue("company.name", "Example Ltd"), new NamedValue("phone", "+44 20 7946 0001")]),
        new LeadCommand.Repair([new NamedValue("x", ""), new NamedValue("score", "many"), new NamedValue("fields.", "y")]),
        new LeadCommand.Repair([]),
        new LeadCommand.ReOffer(null),
        new LeadCommand.ReOffer(Sam),
        new LeadCommand.ReOffer(Max),
        new LeadCommand.Recycle(null),
        new LeadCommand.Reassign(Rosa),
        new LeadCommand.Reassign(Sam),
        new LeadCommand.Reassign(Gone),
        new LeadCommand.Reassign(Stranger),
        new LeadCommand.Free(),
        new LeadCommand.Cover(Rosa.Id, Sam),
        new LeadCommand.Cover(Rosa.Id, null),
        new LeadCommand.Cover(Rosa.Id, Max),
        new LeadCommand.Undo(),
        new LeadCommand.NoteRejection(),
        new LeadCommand.Snooze(Clause.Decide, Minute(90), "In a meeting"),
        new LeadCommand.Snooze(Clause.FirstContact, Minute(90), "In a meeting"),
        new LeadCommand.PassOn(Sam, Clause.Decide),
        new LeadCommand.PassOn(Max, Clause.Decide),
        new LeadCommand.PassOn(Sam, Clause.FirstContact),
        new LeadCommand.Contact(Minute(60)),
        new LeadCommand.Contact(Minute(0)),
        new LeadCommand.Qualify(Minute(60)),
        new LeadCommand.OpenOpportunity(Minute(60), null),
        new LeadCommand.OpenOpportunity(Minute(60), FiftyThousand),
        new LeadCommand.Win(Minute(60), FiftyThousand),
        new LeadCommand.Lose(Minute(60), "Chose a competitor"),
        new LeadCommand.Comment("m-2"),
        new LeadCommand.Comment("m-3", "https://example.slack.com/archives/C1/p3"),
    ];

    public static readonly ValueList<LeadFact> Facts =
    [
        new LeadFact.HandedOver(Emea.Id, 1, Whole, [], null),
        new LeadFact.HandedOverAgain(Whole),
        new LeadFact.Repaired([new NamedValue("email", "ada@example.com")]),
        new LeadFact.Completed(),
        new LeadFact.Accepted(Rosa.Id),
        new LeadFact.Rejected(Rosa.Id, NoBudget),
        new LeadFact.Released("On leave from Monday"),
        new LeadFact.ReOffered(null),
        new LeadFact.Recycled(null),
        new LeadFact.Reassigned(Sam.Id),
        new LeadFact.Covered(Rosa.Id, Sam.Id),
        new LeadFact.Freed(Rosa.Id),
        new LeadFact.DecisionUndone(),
        new LeadFact.RejectionNoted(),
        new LeadFact.Snoozed(Rosa.Id, Clause.Decide, Minute(90), "In a meeting"),
        new LeadFact.PassedOn(null, Sam.Id, Clause.Decide),
        new LeadFact.Contacted(Minute(60)),
        new LeadFact.Qualified(Minute(60)),
        new LeadFact.OpportunityOpened(Minute(60), null),
        new LeadFact.Won(Minute(60), null),
        new LeadFact.Lost(Minute(60), "Chose a competitor"),
        new LeadFact.Commented("m-2", false),
        new LeadFact.Commented("m-2", true),
    ];

    public static readonly ValueList<Actor> Actors =
        [.. Everybody.Select(By), By(Gone), By(Stranger), new Actor.Crm("hubspot"), Actor.Bot.Instance];

    /// <summary>The members of a closed record family that the samples leave out; a test holds this empty.</summary>
    public static IEnumerable<string> NotAmong<TFamily>(IEnumerable<TFamily> samples) => typeof(TFamily)
        .GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
        .Where(type => type.IsSubclassOf(typeof(TFamily)))
        .Except(samples.Select(sample => sample!.GetType()))
        .Select(type => type.Name);
}
