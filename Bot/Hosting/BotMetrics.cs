using System.Diagnostics;
using System.Diagnostics.Metrics;
using AlignmentBot.Domain.Leads;
using Activity = System.Diagnostics.Activity;

namespace AlignmentBot.Bot.Hosting;

/// <summary>What the bot counts and traces of its own work. Names of doors and rules only; never people, never ids of leads.</summary>
public static class BotMetrics
{
    public const string Name = "AlignmentBot";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Traces = new(Name);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("alignmentbot.requests", "{request}", "Clicks, forms and commands, by door.");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("alignmentbot.refusals", "{request}", "Requests to a lead that a rule refused, by door and rule.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("alignmentbot.deliveries", "{message}", "Messages posted or updated, by door.");
    private static readonly Histogram<double> Commits = Meter.CreateHistogram<double>("alignmentbot.commit.duration", "s", "From handing a decision to the store until it is durable.");

    /// <summary>Counts what a person asked for and traces its handling; dispose it when the answer is there.</summary>
    /// <param name="kind"><c>click</c>, <c>form</c> or <c>command</c>.</param>
    /// <param name="what">The id of the button or form, or the command's name.</param>
    public static Activity? Request(Door door, string kind, string what)
    {
        Requests.Add(1, Of(door), new KeyValuePair<string, object?>("kind", kind));
        return Traces.StartActivity($"{kind} {what}")?.SetTag("door", door.ToString());
    }

    public static void Refused(Door door, Refusal why) => Refusals.Add(1, Of(door), new KeyValuePair<string, object?>("rule", why.GetType().Name));

    public static void Delivered(Door door) => Deliveries.Add(1, Of(door));

    /// <param name="started">A time stamp of <see cref="Stopwatch"/>.</param>
    public static void Committed(long started) => Commits.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);

    private static KeyValuePair<string, object?> Of(Door door) => new("door", door.ToString());
}
