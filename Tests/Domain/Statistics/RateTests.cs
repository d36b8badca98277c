using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Tests.Domain.Statistics;

public sealed class RateTests
{
    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 0.6)]
    public void Rate_is_shown_from_five_leads_on(int of, double? value) => Assert.Equal(value, new Rate(3, of).Value);

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void Rate_is_of_small_numbers_below_twenty(int of, bool small) => Assert.Equal(small, new Rate(3, of).Small);

    [Fact]
    public void Interval_is_the_one_of_the_books()
    {
        // Wilson's interval of 1 in 10 at 95 %, as statistics textbooks print it.
        var range = Wilson.Of(1, 10);

        Assert.Equal(0.0179, range.Low, 4);
        Assert.Equal(0.4042, range.High, 4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void Interval_stays_between_nothing_and_all(int part)
    {
        var range = Wilson.Of(part, 12);

        Assert.InRange(range.Low, 0, 1);
        Assert.InRange(range.High, range.Low, 1);
        Assert.True(range.Contains(part / 12d));
    }
}
