using System.Runtime.InteropServices;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Statistics;

/// <summary>What <see cref="Fairness"/> looks at, gathered lead by lead, so that a month of any size needs little memory.</summary>
internal sealed class EveryHabit
{
    private readonly Dictionary<string, RepHabits> byRep = new(StringComparer.Ordinal);

    /// <summary>All reps together.</summary>
    public RepHabits All { get; } = new();

    public int Decided => All.Decided;

    public IEnumerable<(MemberId Rep, RepHabits Habits)> Reps => byRep.Select(rep => (new MemberId(rep.Key), rep.Value));

    public int DecidedBy(MemberId rep) => byRep.GetValueOrDefault(rep.Value)?.Decided ?? 0;

    public void Add(LeadOutline lead)
    {
        All.Add(lead, named: false);
        Of(lead.Group.Rep).Add(lead, named: true);
        foreach (var rejection in lead.Rejections)
            Of(rejection.By.Value).Rejections.Add((new SeenLead(lead.Id, lead.HandedOverAt), rejection.At));
    }

    private RepHabits Of(string rep) => CollectionsMarshal.GetValueRefOrAddDefault(byRep, rep, out _) ??= new RepHabits();
}

/// <summary>How one rep works, or all of them together.</summary>
internal sealed class RepHabits
{
    public int Decided { get; private set; }

    /// <summary>Accepted, of the big leads.</summary>
    public Habit BigAccepted { get; } = new();

    /// <summary>Accepted, of the other leads.</summary>
    public Habit RestAccepted { get; } = new();

    /// <summary>Lost soon and without being qualified, of those accepted.</summary>
    public Habit Quick { get; } = new();

    /// <summary>Decided when hardly any of the agreed time was left, of those accepted.</summary>
    public Habit Late { get; } = new();

    public List<(SeenLead Lead, Instant At)> Rejections { get; } = [];

    /// <param name="named">Whether the leads behind a number are kept.</param>
    public void Add(LeadOutline lead, bool named)
    {
        Decided++;
        SeenLead? seen = named ? new SeenLead(lead.Id, lead.HandedOverAt) : null;
        var accepted = lead.AcceptedAt is not null;
        (IsBig(lead) ? BigAccepted : RestAccepted).Add(accepted, seen);
        if (!accepted)
            return;
        Quick.Add(WasQuick(lead), seen);
        if (DecisionUsed(lead) is { } used)
            Late.Add(used >= Fairness.LateShare, seen);
    }

    private static bool IsBig(LeadOutline lead) => lead.Group.Tier == Tiers.A || lead.Employees >= Fairness.BigEmployees;

    private static bool WasQuick(LeadOutline lead) =>
        lead.QualifiedAt is null && lead.LostAt is { } lost && lead.AcceptedAt is { } accepted && lost - accepted <= Fairness.Quick;

    /// <summary>How much of the agreed time was used up when the first decision came; null where none was agreed.</summary>
    private static double? DecisionUsed(LeadOutline lead) =>
        lead.DecisionWorking is { } worked && lead.Promises.FirstOrDefault(promise => promise.Clause == Clause.Decide)?.Target is { } target && target > Duration.Zero
            ? worked / target
            : null;
}

/// <summary>How often something was done, of how often it could have been, and the leads on both sides.</summary>
internal sealed class Habit
{
    private int of;
    private int part;

    public List<SeenLead> Did { get; } = [];

    public List<SeenLead> Not { get; } = [];

    public Rate Rate => new(part, of);

    public void Add(bool does, SeenLead? lead)
    {
        of++;
        part += does ? 1 : 0;
        if (lead is { } seen)
            (does ? Did : Not).Add(seen);
    }

    /// <summary>The same of everybody else.</summary>
    public Rate OfOthers(Habit all) => new(all.part - part, all.of - of);
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeenLead(LeadId Id, Instant HandedOverAt);
