using System.Diagnostics;
using System.Diagnostics.Metrics;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Hosting;

/// <summary>What the bot counts and traces of its own work. Ids and names of doors only; never people.</summary>
public static class BotMetrics
{
    public const string Name = "AlignmentBot";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("alignmentbot.requests", "{request}", "Clicks, forms, commands and replies by door and how they ended.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("alignmentbot.deliveries", "{message}", "Messages posted or updated by door.");
    private static readonly Histogram<double> Commits = Meter.CreateHistogram<double>("alignmentbot.commit.duration", "s", "From handing a decision to the store until it is durable.");

    public static readonly ActivitySource Traces = new(Name);

    public static void Requested(Door door, string outcome) =>
        Requests.Add(1, new KeyValuePair<string, object?>("door", door.ToString()), new KeyValuePair<string, object?>("outcome", outcome));

    public static void Delivered(Door door) => Deliveries.Add(1, new KeyValuePair<string, object?>("door", door.ToString()));

    public static void Committed(double seconds) => Commits.Record(seconds);

    /// <summary>Shows the outbox's depth and the age of its oldest row.</summary>
    public static void ObserveOutbox(Func<(int Owed, int Parked, double AgeSeconds)> read)
    {
        Meter.CreateObservableGauge("alignmentbot.outbox.owed", () => read().Owed, "{message}", "Messages that are owed.");
        Meter.CreateObservableGauge("alignmentbot.outbox.parked", () => read().Parked, "{message}", "Messages that a permanent error stopped.");
        Meter.CreateObservableGauge("alignmentbot.outbox.age", () => read().AgeSeconds, "s", "How long the oldest owed message has been waiting.");
    }
}
