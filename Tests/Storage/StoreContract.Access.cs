using AlignmentBot.Domain;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly SignInLink ForRosa = new("aa11", Sample.Rosa.Id, Sample.At(10));

    private static readonly WebSession RosasWindow = new("bb22", [Sample.Rosa.Id], Sample.At(5), Sample.At(725));

    [Fact]
    public async Task A_sign_in_link_opens_one_session_and_no_other()
    {
        await Store.SaveSignInLink(ForRosa, Sample.Monday, Ct);
        Assert.Equal(ForRosa, await Store.FindSignInLink("aa11", Ct));

        Assert.True(await Store.UseSignInLink("aa11", RosasWindow, Ct));
        Assert.False(await Store.UseSignInLink("aa11", RosasWindow with { Hash = "cc33" }, Ct));

        Assert.Equal(ForRosa with { UsedAt = Sample.At(5) }, await Store.FindSignInLink("aa11", Ct));
        Assert.Equal(RosasWindow, await Store.FindWebSession("bb22", Ct));
        Assert.Null(await Store.FindWebSession("cc33", Ct));
    }

    [Fact]
    public async Task Of_two_uses_of_a_link_at_the_same_moment_one_opens_a_session()
    {
        await Store.SaveSignInLink(ForRosa, Sample.Monday, Ct);

        var uses = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Store.UseSignInLink("aa11", RosasWindow with { Hash = $"window{number}" }, Ct).AsTask()));

        Assert.Single(uses, used => used);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task A_sign_in_link_opens_nothing_from_its_end_on(int secondsAfterEnd, bool opens)
    {
        await Store.SaveSignInLink(ForRosa, Sample.Monday, Ct);

        Assert.Equal(opens, await Store.UseSignInLink("aa11", RosasWindow with { OpenedAt = ForRosa.EndsAt + Duration.FromSeconds(secondsAfterEnd) }, Ct));
    }

    [Fact]
    public async Task There_is_no_session_behind_a_link_that_is_not_there() =>
        Assert.False(await Store.UseSignInLink("dd44", RosasWindow, Ct));

    [Fact]
    public async Task Links_are_forgotten_a_week_after_their_end()
    {
        await Store.SaveSignInLink(ForRosa, Sample.Monday, Ct);

        await Store.SaveSignInLink(ForRosa with { Hash = "second" }, ForRosa.EndsAt + SignInLink.KeptAfterEnd, Ct);
        Assert.NotNull(await Store.FindSignInLink("aa11", Ct));
        await Store.SaveSignInLink(ForRosa with { Hash = "third" }, ForRosa.EndsAt + SignInLink.KeptAfterEnd + Duration.FromSeconds(1), Ct);
        Assert.Null(await Store.FindSignInLink("aa11", Ct));
    }

    [Fact]
    public async Task Sessions_that_have_ended_are_forgotten_when_another_opens()
    {
        await Store.OpenWebSession(RosasWindow, Ct);

        await Store.OpenWebSession(RosasWindow with { Hash = "later", OpenedAt = RosasWindow.EndsAt + Duration.FromSeconds(1) }, Ct);

        Assert.Null(await Store.FindWebSession("bb22", Ct));
        Assert.NotNull(await Store.FindWebSession("later", Ct));
    }

    [Fact]
    public async Task A_closed_session_is_gone_and_the_others_stay()
    {
        await Store.OpenWebSession(RosasWindow, Ct);
        await Store.OpenWebSession(RosasWindow with { Hash = "other" }, Ct);

        await Store.CloseWebSession("bb22", Ct);

        Assert.Null(await Store.FindWebSession("bb22", Ct));
        Assert.NotNull(await Store.FindWebSession("other", Ct));
    }

    [Fact]
    public async Task All_sessions_of_a_member_can_be_closed_at_once()
    {
        await Store.OpenWebSession(RosasWindow, Ct);
        await Store.OpenWebSession(RosasWindow with { Hash = "both", Members = [Sample.Max.Id, Sample.Rosa.Id] }, Ct);
        await Store.OpenWebSession(RosasWindow with { Hash = "max", Members = [Sample.Max.Id] }, Ct);

        Assert.Equal(2, await Store.CloseWebSessionsOf(Sample.Rosa.Id, Ct));

        Assert.NotNull(await Store.FindWebSession("max", Ct));
        Assert.Null(await Store.FindWebSession("both", Ct));
    }
}
