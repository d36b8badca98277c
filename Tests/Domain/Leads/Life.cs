using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>One thing asked of a lead: by whom, and how many minutes after the one before.</summary>
internal sealed record Step(LeadCommand Command, Actor Actor, Instant At);

/// <summary>What became of one step.</summary>
internal sealed record Turn(Lead? Before, Step Step, Decision Decision, Lead? After);

/// <summary>A lead that went through a sequence of steps, with everything that was kept of it.</summary>
internal sealed class Life
{
    private readonly List<Turn> turns = [];
    private readonly List<LeadEvent> events = [];

    public Life(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
            Take(step);
    }

    public IReadOnlyList<Turn> Turns => turns;

    public IReadOnlyList<LeadEvent> Events => events;

    public Lead? Lead { get; private set; }

    /// <summary>What counts of the history: decisions that were taken back are struck out, and it starts at the last offer.</summary>
    public ValueList<LeadFact> FactsSinceOffer()
    {
        var facts = new List<LeadFact>();
        foreach (var fact in events.Select(happened => happened.Fact))
        {
            if (fact is LeadFact.DecisionUndone)
                facts.RemoveAt(facts.FindLastIndex(earlier => earlier is LeadFact.Accepted or LeadFact.Rejected));
            else
                facts.Add(fact);
        }

        var start = facts.FindLastIndex(fact => fact is LeadFact.HandedOver or LeadFact.Completed or LeadFact.ReOffered or LeadFact.Released || IsOpened(fact));
        return facts.Skip(start).ToValueList();
    }

    /// <summary>Who is away had taken it, so that it was offered again.</summary>
    private static bool IsOpened(LeadFact fact) => fact is LeadFact.Covered { By: null };

    private void Take(Step step)
    {
        var before = Lead;
        var decision = LeadDecider.Decide(before, step.Command, step.Actor, step.At);
        if (decision is Decision.Happened happened)
        {
            events.AddRange(happened.Facts.Select((fact, index) => new LeadEvent(Id, events.Count + 1 + index, step.At, step.Actor.Author, Door.Local, fact)).ToList());
            Lead = happened.Next;
        }

        turns.Add(new Turn(before, step, decision, Lead));
    }
}
