using AlignmentBot.Domain.Statistics;
using NodaTime;

namespace AlignmentBot.Tests.Domain.Statistics;

public sealed class SpreadTests
{
    [Fact]
    public void Median_and_ninth_decile_are_times_that_were_taken()
    {
        var spread = Spread.Of(Enumerable.Range(1, 10).Select(minutes => minutes * 60).Reverse().ToArray());

        Assert.Equal(Duration.FromMinutes(5), spread.Median);
        Assert.Equal(Duration.FromMinutes(9), spread.P90);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Times_are_shown_from_five_leads_on(int count, bool shown)
    {
        var spread = Spread.Of(Enumerable.Repeat(60, count).ToArray());

        Assert.Equal(shown, spread.Median is not null);
        Assert.Equal(shown, spread.P90 is not null);
        Assert.Equal(count, spread.Count);
    }

    [Theory]
    [InlineData(899, 0)]
    [InlineData(900, 1)]
    [InlineData(259_199, 7)]
    [InlineData(259_200, 8)]
    public void Stretch_of_the_histogram_begins_at_its_edge(int seconds, int stretch)
    {
        var histogram = Spread.Of([seconds]).Histogram;

        Assert.Equal(1, histogram[stretch].Count);
        Assert.Equal(1, histogram.Sum(bucket => bucket.Count));
    }

    /// <summary>Over several looks: seconds, months, everything that a number holds, and a clock that went backwards.</summary>
    [Theory]
    [InlineData(3_000)]
    [InlineData(9_000_000)]
    [InlineData(int.MaxValue)]
    public void Rank_is_found_among_values_that_lie_far_apart(int most)
    {
        var values = Enumerable.Range(0, 1_500).Select(i => (int)(i * 2_654_435_761L % most) - (i % 7 == 0 ? 90 : 0)).Append(most).ToArray();
        var sorted = values.Order().ToArray();
        for (var rank = 0; rank < values.Length; rank += 13)
            Assert.Equal(sorted[rank], NearestRank.Select(values, rank));
        Assert.Equal(most, NearestRank.Select(values, values.Length - 1));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(1_003)]
    public void Histogram_counts_every_time_once_in_its_stretch(int count)
    {
        var seconds = Enumerable.Range(0, count).Select(i => i * 7919 % 300_000 / 450 * 450).ToArray();

        foreach (var bucket in Spread.Of(seconds).Histogram)
            Assert.Equal(seconds.Count(value => value >= bucket.From.TotalSeconds && (bucket.To is not { } to || value < to.TotalSeconds)), bucket.Count);
    }

    [Fact]
    public void Rank_is_found_as_if_everything_were_sorted()
    {
        foreach (var length in new[] { 1, 2, 3, 10, 257, 1000 })
        {
            // Many equal values: where a selection usually goes wrong.
            var values = Enumerable.Range(0, length).Select(i => i * 7919 % 13).ToArray();
            var sorted = values.Order().ToArray();
            for (var rank = 0; rank < length; rank += Math.Max(1, length / 17))
                Assert.Equal(sorted[rank], NearestRank.Select(values, rank));
        }
    }
}
