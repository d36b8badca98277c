using AlignmentBot.Domain;

namespace AlignmentBot.Tests.Domain;

public sealed class ValueListTests
{
    private static readonly ValueList<string> Letters = ["a", "b"];

    [Fact]
    public void Equal_items_in_the_same_order_are_an_equal_list()
    {
        ValueList<string> same = ["a", "b"];

        Assert.True(Letters.Equals(same));
        Assert.True(Letters.Equals((object)same));
        Assert.Equal(Letters.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void Another_order_is_another_list() => Assert.False(Letters.Equals((ValueList<string>)["b", "a"]));

    [Fact]
    public void One_item_more_is_another_list() => Assert.False(Letters.Equals((ValueList<string>)["a", "b", "c"]));

    [Fact]
    public void No_list_is_another_list() => Assert.False(Letters.Equals(null));

    [Fact]
    public void Records_that_hold_equal_lists_are_equal() => Assert.Equal(new Holder([1, 2]), new Holder([1, 2]));

    [Fact]
    public void Records_that_hold_other_lists_differ() => Assert.NotEqual(new Holder([1, 2]), new Holder([2, 1]));

    [Fact]
    public void Adding_leaves_the_list_that_was()
    {
        var more = Letters.Add("c");

        Assert.Equal("[a, b, c]", more.ToString());
        Assert.Equal("[a, b]", Letters.ToString());
    }

    [Fact]
    public void Empty_lists_are_one() => Assert.Same(ValueList<string>.Empty, (ValueList<string>)[]);

    [Fact]
    public void A_list_of_a_list_is_itself() => Assert.Same(Letters, Letters.ToValueList());

    [Fact]
    public void Lists_may_hold_nothing_as_an_item() => Assert.True(((ValueList<string?>)["a", null]).Equals(["a", null]));

    private sealed record Holder(ValueList<int> Items);
}
