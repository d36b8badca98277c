using AlignmentBot.Bot.Channels.Slack.Home;
using AlignmentBot.Domain;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Slack.Home;

/// <summary>Whose Home tab is drawn when. Moments are milliseconds.</summary>
public sealed class HomeBookTests
{
    private static readonly PodId Emea = SamplePod.Emea.Id;

    [Fact]
    public void Opened_tab_is_drawn_at_once_and_by_one_painter()
    {
        var book = new HomeBook();
        book.Opened("U1", "h0", now: 0);

        Assert.Equal(new HomeTurn("U1", "h0"), book.Take(0));
        Assert.Null(book.Take(0));
    }

    [Fact]
    public void Change_while_a_tab_is_drawn_for_the_first_time_is_drawn_after_it()
    {
        var book = new HomeBook();
        book.Opened("U1", "h0", now: 0);
        book.Take(0);

        book.Changed(Emea);
        book.Drawn("U1", "h1", [Emea]);

        Assert.Equal(new HomeTurn("U1", "h1"), book.Take(HomeBook.BetweenDrawings));
    }

    [Fact]
    public void Changes_within_three_seconds_are_one_drawing_with_the_newest_hash()
    {
        var book = Drawn();
        book.Changed(Emea);
        book.Changed(Emea);
        book.Acted("U1", 100);

        Assert.Null(book.Take(HomeBook.BetweenDrawings - 1));
        Assert.Equal(1, book.Wait(HomeBook.BetweenDrawings - 1));
        Assert.Equal(new HomeTurn("U1", "h1"), book.Take(HomeBook.BetweenDrawings));
        Assert.Null(book.Take(3 * HomeBook.BetweenDrawings));
    }

    [Fact]
    public void Change_while_it_is_drawn_is_drawn_after_it()
    {
        var book = Drawn();
        book.Changed(Emea);
        book.Take(5_000);
        book.Changed(Emea);
        book.Drawn("U1", "h2", [Emea]);

        Assert.Equal(new HomeTurn("U1", "h2"), book.Take(5_000 + HomeBook.BetweenDrawings));
    }

    [Fact]
    public void Other_pods_concern_nobody()
    {
        var book = Drawn();
        book.Changed(SamplePod.Apac.Id);

        Assert.Null(book.Take(10_000));
        Assert.Null(book.Wait(10_000));
    }

    [Fact]
    public void Those_who_only_follow_share_one_drawing_a_second_and_let_those_who_wait_go_first()
    {
        var book = new HomeBook();
        foreach (var user in new[] { "U1", "U2", "U3" })
        {
            book.Opened(user, null, 0);
            book.Take(0);
            book.Drawn(user, null, [Emea]);
        }

        book.Changed(Emea);
        book.Acted("U3", 4_000);

        Assert.Equal("U3", book.Take(4_000)!.User);
        Assert.Equal("U1", book.Take(4_000)!.User);
        Assert.Null(book.Take(4_000 + HomeBook.BetweenFollowers - 1));
        Assert.Equal("U2", book.Take(4_000 + HomeBook.BetweenFollowers)!.User);
    }

    [Fact]
    public void Failed_drawing_is_tried_again_when_it_may_be_and_without_a_hash()
    {
        var book = Drawn();
        book.Acted("U1", 5_000);
        book.Take(5_000);
        book.Failed("U1", notBefore: 20_000);

        Assert.Null(book.Take(19_999));
        Assert.Equal(new HomeTurn("U1", null), book.Take(20_000));
    }

    [Fact]
    public void Who_has_not_looked_for_half_an_hour_is_forgotten()
    {
        var book = Drawn();
        book.Changed(Emea);

        Assert.Null(book.Take(HomeBook.Look + 1));
        book.Acted("U1", HomeBook.Look + 2);
        Assert.Null(book.Take(HomeBook.Look + 2));
    }

    private static HomeBook Drawn()
    {
        var book = new HomeBook();
        book.Opened("U1", null, 0);
        book.Take(0);
        book.Drawn("U1", "h1", [Emea]);
        return book;
    }
}
