using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Hosting;

public sealed class BotMetricsTests
{
    [Fact]
    public async Task Commits_refusals_and_deliveries_are_counted()
    {
        var seen = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == BotMetrics.Name)
                    own.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => seen.AddOrUpdate(instrument.Name, 1, (_, times) => times + 1));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => seen.AddOrUpdate(instrument.Name, 1, (_, times) => times + 1));
        listener.Start();

        await using var kit = await BotKit.Start();
        var lead = await kit.HandOver();
        await kit.Do(lead, SamplePod.Max, new LeadCommand.Accept());
        await kit.Outbox.Drain(BotKit.Ct);

        Assert.Contains("alignmentbot.commit.duration", seen.Keys);
        Assert.Contains("alignmentbot.refusals", seen.Keys);
        Assert.Contains("alignmentbot.deliveries", seen.Keys);
    }
}
