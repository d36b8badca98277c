using System.Runtime.InteropServices;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Statistics;

/// <summary>
/// What is counted over leads. Adding tallies, in any order and grouping, gives the tally of all their leads: this is what lets days be
/// counted once and months be sums of days. Every figure is worked out from one tally and nothing else.
/// </summary>
public sealed class Tally
{
    private static readonly int Counters = Enum.GetValues<Counter>().Length;
    private static readonly int Times = Enum.GetValues<Timing>().Length;
    private static readonly int Clauses = Enum.GetValues<Clause>().Length;

    private readonly int[] counts = new int[Counters];
    private readonly List<int>[] times = ListsOf<int>(Times);
    private readonly int[] kept = new int[Clauses];
    private readonly int[] late = new int[Clauses];
    private readonly List<long>[] running = ListsOf<long>(Clauses);

    public int this[Counter counter] => counts[(int)counter];

    public Dictionary<RejectedFor, int> Reasons { get; } = [];

    public Dictionary<string, int> LossReasons { get; } = new(StringComparer.Ordinal);

    /// <summary>Amounts of opportunities that were won, by currency.</summary>
    public Dictionary<string, decimal> Won { get; } = new(StringComparer.Ordinal);

    /// <summary>Amounts of all that became an opportunity, by currency.</summary>
    public Dictionary<string, decimal> Pipeline { get; } = new(StringComparer.Ordinal);

    public int Kept(Clause clause) => kept[(int)clause];

    public int Late(Clause clause) => late[(int)clause];

    /// <summary>Due dates of promises that still run, as Unix ticks, in any order.</summary>
    public ReadOnlySpan<long> RunningDue(Clause clause) => CollectionsMarshal.AsSpan(running[(int)clause]);

    /// <summary>Whole seconds, in any order.</summary>
    public ReadOnlySpan<int> SecondsOf(Timing timing) => CollectionsMarshal.AsSpan(times[(int)timing]);

    public static Tally Of(IEnumerable<LeadOutline> leads)
    {
        var tally = new Tally();
        foreach (var lead in leads)
            tally.Add(lead);
        return tally;
    }

    public void Add(Counter counter, int count) => counts[(int)counter] += count;

    public void AddKept(Clause clause, int inTime, int tooLate)
    {
        kept[(int)clause] += inTime;
        late[(int)clause] += tooLate;
    }

    public void AddRunning(Clause clause, long due) => running[(int)clause].Add(due);

    public void AddSeconds(Timing timing, int seconds) => times[(int)timing].Add(seconds);

    public void AddReason(RejectedFor reason, int count) => CollectionsMarshal.GetValueRefOrAddDefault(Reasons, reason, out _) += count;

    public void AddLossReason(string reason, int count) => CollectionsMarshal.GetValueRefOrAddDefault(LossReasons, reason, out _) += count;

    public void AddWon(string currency, decimal amount) => CollectionsMarshal.GetValueRefOrAddDefault(Won, currency, out _) += amount;

    public void AddPipeline(string currency, decimal amount) => CollectionsMarshal.GetValueRefOrAddDefault(Pipeline, currency, out _) += amount;

    public void Add(LeadOutline lead)
    {
        foreach (var counter in OutlineCounters.Of(lead))
            counts[(int)counter]++;
        Add(Counter.Rejections, lead.Rejections.Count);
        Add(Counter.Answered, lead.Answered);
        Add(Counter.Releases, lead.Releases);
        AddTime(Timing.DecisionRaw, lead.DecisionRaw);
        AddTime(Timing.DecisionWorking, lead.DecisionWorking);
        AddTime(Timing.ContactRaw, lead.ContactRaw);
        AddTime(Timing.ContactWorking, lead.ContactWorking);
        foreach (var promise in lead.Promises)
            AddPromise(promise);
        foreach (var rejection in lead.Rejections)
            AddRejection(rejection);
        if (lead.LostAt is not null)
            AddLossReason(lead.LossReason ?? string.Empty, 1);
        AddMoney(lead);
    }

    private void AddTime(Timing timing, Duration? taken)
    {
        if (taken is { } time)
            AddSeconds(timing, (int)Math.Min(int.MaxValue, time.TotalSeconds));
    }

    private void AddPromise(PromiseOutline promise)
    {
        if (promise.Kept is { } inTime)
            AddKept(promise.Clause, inTime ? 1 : 0, inTime ? 0 : 1);
        else
            AddRunning(promise.Clause, promise.DueAt.ToUnixTimeTicks());
    }

    private void AddRejection(RejectionOutline rejection)
    {
        AddReason(new RejectedFor(rejection.Family, rejection.Code), 1);
        if (rejection.Noted)
            Add(Counter.RejectionsNoted, 1);
    }

    private void AddMoney(LeadOutline lead)
    {
        if (lead.Amount is not { } money)
            return;
        AddPipeline(money.Currency, money.Amount);
        if (lead.WonAt is not null)
            AddWon(money.Currency, money.Amount);
    }

    private static List<T>[] ListsOf<T>(int count)
    {
        var lists = new List<T>[count];
        for (var i = 0; i < count; i++)
            lists[i] = [];
        return lists;
    }
}

/// <summary>A reason with its family.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RejectedFor(RejectionFamily Family, string Code);

/// <summary>What a tally counts. The numbers are stored: new ones go to the end.</summary>
public enum Counter
{
    HandedOver = 0,
    Complete = 1,
    Decided = 2,
    Accepted = 3,
    Contacted = 4,
    Qualified = 5,
    Opportunity = 6,
    Won = 7,
    Lost = 8,

    /// <summary>Offered, and nobody has decided (again) yet.</summary>
    Waiting = 9,
    Incomplete = 10,
    Rejections = 11,
    RejectionsNoted = 12,
    Answered = 13,

    /// <summary>How often a lead was given back.</summary>
    Releases = 14,

    /// <summary>Leads that a rep works at present.</summary>
    InWork = 15,
}

/// <summary>What a tally keeps times of. The numbers are stored.</summary>
public enum Timing
{
    DecisionRaw = 0,
    DecisionWorking = 1,
    ContactRaw = 2,
    ContactWorking = 3,
}
