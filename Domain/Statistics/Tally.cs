using System.Runtime.InteropServices;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Statistics;

/// <summary>
/// What is counted over leads. Adding tallies, in any order and grouping, gives the tally of all their leads: this is what lets days be
/// counted once and months be sums of days. Every figure is worked out from one tally and nothing else.
/// </summary>
/// <param name="keeps">Which times are kept one by one; the others are passed over. They are most of what a tally holds.</param>
public sealed class Tally(Timings keeps)
{
    private static readonly int Counters = Enum.GetValues<Counter>().Length;
    private static readonly int Times = Enum.GetValues<Timing>().Length;
    private static readonly int Clauses = Enum.GetValues<Clause>().Length;

    private readonly int[] counts = new int[Counters];
    private readonly List<int>[] times = ListsOf<int>(Times);
    private readonly int[] kept = new int[Clauses];
    private readonly int[] late = new int[Clauses];
    private readonly List<long>[] running = ListsOf<long>(Clauses);

    /// <summary>A tally that keeps all times.</summary>
    public Tally()
        : this(Timings.All)
    {
    }

    public Timings Keeps => keeps;

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
    /// <exception cref="InvalidOperationException">They are not kept here.</exception>
    public ReadOnlySpan<int> SecondsOf(Timing timing) => keeps.Has(timing)
        ? CollectionsMarshal.AsSpan(times[(int)timing])
        : throw new InvalidOperationException($"This tally does not keep {timing}.");

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

    public void AddSeconds(Timing timing, ReadOnlySpan<int> seconds)
    {
        if (keeps.Has(timing))
            times[(int)timing].AddRange(seconds);
    }

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

    /// <summary>Adds everything that another tally holds; it must keep the times that this one keeps.</summary>
    public void Add(Tally other)
    {
        for (var at = 0; at < counts.Length; at++)
            counts[at] += other.counts[at];
        for (var at = 0; at < times.Length; at++)
        {
            if (keeps.Has((Timing)at))
                times[at].AddRange(other.SecondsOf((Timing)at));
        }

        for (var at = 0; at < kept.Length; at++)
        {
            kept[at] += other.kept[at];
            late[at] += other.late[at];
            running[at].AddRange(CollectionsMarshal.AsSpan(other.running[at]));
        }

        foreach (var (reason, count) in other.Reasons)
            AddReason(reason, count);
        foreach (var (reason, count) in other.LossReasons)
            AddLossReason(reason, count);
        foreach (var (currency, amount) in other.Won)
            AddWon(currency, amount);
        foreach (var (currency, amount) in other.Pipeline)
            AddPipeline(currency, amount);
    }

    /// <summary>Forgets everything and keeps the room, to be filled anew.</summary>
    public void Clear()
    {
        Array.Clear(counts);
        Array.Clear(kept);
        Array.Clear(late);
        foreach (var list in times)
            list.Clear();
        foreach (var list in running)
            list.Clear();
        Reasons.Clear();
        LossReasons.Clear();
        Won.Clear();
        Pipeline.Clear();
    }

    private void AddTime(Timing timing, Duration? taken)
    {
        if (taken is { } time)
            AddSeconds(timing, [(int)Math.Min(int.MaxValue, time.TotalSeconds)]);
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

/// <summary>Some of the times.</summary>
[Flags]
public enum Timings
{
    None = 0,
    DecisionRaw = 1 << Timing.DecisionRaw,
    DecisionWorking = 1 << Timing.DecisionWorking,
    ContactRaw = 1 << Timing.ContactRaw,
    ContactWorking = 1 << Timing.ContactWorking,
    All = DecisionRaw | DecisionWorking | ContactRaw | ContactWorking,
}

public static class TimingsExtensions
{
    public static bool Has(this Timings timings, Timing timing) => ((int)timings & (1 << (int)timing)) != 0;
}
