using AlignmentBot.Bot;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.AwardBot;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Awards;

/// <summary>Thank-yous as people type them, and what becomes of them.</summary>
public sealed class KudosDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kudos @Rosa for the quick answer")]
    [InlineData("kudos rosa the quick answer")]
    [InlineData("kudos <@U-rosa|rosa.k> for the quick answer")]
    [InlineData("kudos @Rosa, for the quick answer")]
    public async Task They_stand_in_the_channel(string typed)
    {
        await using var bot = await AwardBot.Start();

        Assert.Equal("Your thank-you to Rosa is in the channel.", Words(await bot.Say(Max, typed)));
        await bot.Settle();

        Assert.Contains("Max thanks Rosa\n“the quick answer”", bot.Channel(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_meant_must_be_clear()
    {
        await using var bot = await AwardBot.Start();
        await bot.Store.SaveMember(Sam with { Name = "Rosa Lee", SlackUser = "U-sam" }, Ct);
        bot.Kit.Rosters.Forget(Emea.Id);

        Assert.Contains("I do not know who “Bob” is", Words(await bot.Say(Max, "kudos @Bob for nothing")), StringComparison.Ordinal);
        Assert.Contains("to Rosa Lee", Words(await bot.Say(Max, "kudos @Rosa Lee for the demo")), StringComparison.Ordinal);
        Assert.Contains("to the other side", Words(await bot.Say(Max, "kudos @Mia for the demo")), StringComparison.Ordinal);
        Assert.Contains("somebody else", Words(await bot.Say(Max, "kudos @Max for me")), StringComparison.Ordinal);
        Assert.Contains("Type “/mql kudos", Words(await bot.Say(Max, "kudos ")), StringComparison.Ordinal);
        Assert.Contains("what for", Words(await bot.Say(Max, "kudos @Lena")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_a_day_and_the_same_delivery_once()
    {
        await using var bot = await AwardBot.Start();
        for (var number = 0; number < 5; number++)
            Assert.Contains("is in the channel", Words(await bot.Say(Max, "kudos @Rosa for the demo", $"k{number}")), StringComparison.Ordinal);

        Assert.Contains("is in the channel", Words(await bot.Say(Max, "kudos @Rosa for the demo", "k0")), StringComparison.Ordinal);
        Assert.Contains("given 5 today", Words(await bot.Say(Max, "kudos @Rosa for the demo")), StringComparison.Ordinal);
        Assert.Equal(5, await bot.Store.CountKudosGiven(Max.Id, Morning, Ct));
        await bot.MoveTo(bot.Kit.Clock.Now + Duration.FromDays(1));
        Assert.Contains("is in the channel", Words(await bot.Say(Max, "kudos @Rosa for the demo")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reported_one_is_hidden_until_a_team_lead_puts_it_back()
    {
        await using var bot = await AwardBot.Start();
        var id = await Given(bot);
        await bot.Press(Rosa, ActionIds.ReportKudos, id);
        await bot.Settle();

        Assert.Contains("is hidden until a team lead", Words(bot.Shown(AwardSubjects.Kudos(id))!), StringComparison.Ordinal);
        Assert.Contains(AwardSubjects.Report(id, Mona.Id), bot.ToldTo(Mona));
        Assert.Contains("Only team leads", Words(await bot.Press(Rosa, ActionIds.PutBackKudos, id)), StringComparison.Ordinal);
        await bot.Press(Lena, ActionIds.PutBackKudos, id);
        await bot.Settle();

        Assert.Contains("Max thanks Rosa", Words(bot.Shown(AwardSubjects.Kudos(id))!), StringComparison.Ordinal);
        Assert.Contains("It is in the channel again.", Words(bot.Shown(AwardSubjects.Report(id, Mona.Id))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_stand_on_the_ballot_and_one_that_is_taken_back_is_gone_from_it()
    {
        await using var bot = await AwardBot.Start();
        var id = await Given(bot);
        await bot.MoveTo(AwardBot.Opens + Duration.FromSeconds(1));
        Assert.Contains("“the quick answer” (Max)", Words(bot.Shown(AwardSubjects.Ballot(November, Mia.Id))!), StringComparison.Ordinal);

        Assert.Contains("Only the person who gave it", Words(await bot.Press(Rosa, ActionIds.WithdrawKudos, id)), StringComparison.Ordinal);
        await bot.Press(Max, ActionIds.WithdrawKudos, id);

        Assert.DoesNotContain("quick answer", Words(await bot.Say(Mia, "vote ")), StringComparison.Ordinal);
    }

    private static async Task<string> Given(AwardBot bot)
    {
        await bot.Say(Max, "kudos @Rosa for the quick answer");
        await bot.Settle();
        return (await bot.Store.KudosOf(Emea.Id, Morning, Morning + Duration.FromDays(1), Ct)).Single().Kudos.Id;
    }
}
