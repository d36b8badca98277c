using AlignmentBot.Bot.Hosting;

namespace AlignmentBot.Tests.Bot.Hosting;

public sealed class NewIdsTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ids_of_leads_are_in_the_order_of_their_minutes()
    {
        var ids = Enumerable.Range(0, 2000).Select(minute => NewIds.Lead(Moment + TimeSpan.FromMinutes(minute)).Value).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Ids_of_one_minute_begin_alike_and_differ()
    {
        var ids = Enumerable.Range(0, 100).Select(second => NewIds.Lead(Moment + TimeSpan.FromMilliseconds(second * 599)).Value).ToList();

        Assert.Single(ids.Select(id => id[..5]).Distinct(StringComparer.Ordinal));
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^[2-9a-hjkmnp-z]{10}$", id));
    }
}
