using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

public sealed class LeadClocksTests
{
    private static readonly ValueList<ClauseClock> Deciding = [new ClauseClock(Clause.Decide, Minute(10))];

    [Fact]
    public void A_promise_that_goes_on_keeps_its_start() =>
        Assert.Equal(Deciding, LeadClocks.After(Deciding, new LeadState.Offered(Minute(10), Sam.Id), Minute(20)));

    [Fact]
    public void A_promise_kept_stops_and_the_next_one_starts() => Assert.Equal(
        [new ClauseClock(Clause.Decide, Minute(10), Minute(20)), new ClauseClock(Clause.FirstContact, Minute(20))],
        LeadClocks.After(Deciding, SampleLeads.Accepted.State, Minute(20)));

    [Fact]
    public void The_last_promise_stops_and_none_starts() => Assert.Equal(
        [new ClauseClock(Clause.Decide, Minute(10), Minute(20))],
        LeadClocks.After(Deciding, SampleLeads.Won.State, Minute(20)));

    [Fact]
    public void What_stopped_once_is_left_alone()
    {
        ValueList<ClauseClock> stopped = [new ClauseClock(Clause.Decide, Morning, Minute(5))];

        Assert.Equal(stopped, LeadClocks.After(stopped, SampleLeads.Won.State, Minute(20)));
    }

    [Fact]
    public void A_promise_made_again_runs_afresh() => Assert.Equal(
        [new ClauseClock(Clause.Decide, Morning, Minute(5)), new ClauseClock(Clause.Decide, Minute(20))],
        LeadClocks.After([new ClauseClock(Clause.Decide, Morning, Minute(5))], SampleLeads.Offered.State, Minute(20)));

    [Fact]
    public void No_clock_stops_before_it_started_where_the_machines_clock_was_set_back() =>
        Assert.Equal([new ClauseClock(Clause.Decide, Minute(10), Minute(10))], LeadClocks.After(Deciding, SampleLeads.Won.State, Minute(9)));
}
