using AlignmentBot.Domain.Review;

namespace AlignmentBot.Tests.Domain.Review;

public sealed class CommitmentTests
{
    [Theory]
    [InlineData("120 leads", null, 120)]
    [InlineData("120", null, 120)]
    [InlineData("40 leads tier A", "A", 40)]
    [InlineData("40 leads b", "B", 40)]
    [InlineData("none", null, null)]
    [InlineData("none tier A", "A", null)]
    [InlineData("1", null, 1)]
    [InlineData("100000", null, 100_000)]
    public void A_promise_is_read_as_people_type_it(string typed, string? tier, int? leads) =>
        Assert.Equal(new CommitmentWish(tier, leads), CommitmentWish.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("0 leads")]
    [InlineData("100001")]
    [InlineData("-5")]
    [InlineData("many leads")]
    [InlineData("40 leads tier D")]
    [InlineData("40 leads tier A please")]
    public void What_is_no_promise_is_not_guessed_at(string typed) => Assert.Null(CommitmentWish.Read(typed));

    [Fact]
    public void A_tiers_promise_leaves_the_others_alone()
    {
        var promised = MonthlyCommitment.None.With(null, 120).With("B", 50).With("A", 40);

        Assert.Equal(new MonthlyCommitment(120, [new TierLeads("A", 40), new TierLeads("B", 50)]), promised);
        Assert.Equal((120, 40, (int?)null), (promised.Of(null), promised.Of("A"), promised.Of("C")));
        Assert.Equal(new MonthlyCommitment(120, [new TierLeads("B", 50)]), promised.With("A", null));
    }
}
