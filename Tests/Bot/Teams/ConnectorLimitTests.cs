using AlignmentBot.Bot.Channels.Teams.Outbound;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>What Teams allows over all conversations of a tenant, beside what it allows in each.</summary>
public sealed class ConnectorLimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_calls_a_second_go_to_one_tenant_and_the_next_one_waits()
    {
        var time = new StillTime();
        var limits = new ConnectorLimits(time);
        for (var call = 0; call < 50; call++)
            Assert.Null(await limits.Wait(ConnectorUse.Send, "t1", $"19:{call}@thread.tacv2", Ct));

        _ = limits.Wait(ConnectorUse.Send, "t1", "19:one-more@thread.tacv2", Ct);

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(time.Waits));
    }

    [Fact]
    public async Task Reading_counts_among_the_fifty_and_another_tenant_has_its_own()
    {
        var time = new StillTime();
        var limits = new ConnectorLimits(time);
        for (var call = 0; call < 50; call++)
            await limits.Wait(call % 2 == 0 ? ConnectorUse.Read : ConnectorUse.Create, "t1", $"19:{call}@thread.tacv2", Ct);

        await limits.Wait(ConnectorUse.Send, "t2", "19:0@thread.tacv2", Ct);
        Assert.Empty(time.Waits);
        _ = limits.Wait(ConnectorUse.Send, "t1", "19:0@thread.tacv2", Ct);
        Assert.Single(time.Waits);
    }

    [Fact]
    public async Task A_second_later_there_is_room_for_fifty_more()
    {
        var time = new StillTime();
        var limits = new ConnectorLimits(time);
        for (var call = 0; call < 100; call++)
        {
            time.Now = call < 50 ? TimeSpan.Zero : TimeSpan.FromSeconds(1);
            await limits.Wait(ConnectorUse.Send, "t1", $"19:{call}@thread.tacv2", Ct);
        }

        Assert.Empty(time.Waits);
    }

    /// <summary>A clock that stands still, and keeps for how long it was asked to wake somebody.</summary>
    private sealed class StillTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public List<TimeSpan> Waits { get; } = [];

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return new Sleeper();
        }

        private sealed class Sleeper : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
