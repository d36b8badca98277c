using AlignmentBot.Bot.Channels.Teams;
using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>For whom Teams asks for a view of their own.</summary>
public sealed class RefreshTests
{
    private const string Subject = "lead/ab12cd34ef";

    [Fact]
    public async Task Members_whom_Teams_has_told_are_asked_for()
    {
        await using var kit = await BotKit.Start();
        await kit.Store.SavePod(SamplePod.Emea with { TeamsChannel = TeamsBot.Channel }, BotKit.Ct);
        await Link(kit, SamplePod.Rosa, known: true);
        await Link(kit, SamplePod.Max, known: true);
        await Link(kit, SamplePod.Sam, known: false);
        await Link(kit, SamplePod.Mia with { Active = false }, known: true);

        var refresh = await Of(kit).For(TeamsBot.Channel + ";messageid=17", Subject, BotKit.Ct);

        Assert.Equal(Subject, refresh!.Subject);
        Assert.Equal(["29:max", "29:rosa"], refresh.UserIds.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(61, 0)]
    public async Task Pod_of_more_than_sixty_shares_one_card(int members, int asked)
    {
        await using var kit = await BotKit.Start();
        await kit.Store.SavePod(SamplePod.Emea with { TeamsChannel = TeamsBot.Channel }, BotKit.Ct);
        for (var number = 0; number < members; number++)
            await Link(kit, new Member(new MemberId($"m{number}"), SamplePod.Emea.Id, $"m{number}@example.com", $"M{number}", Side.Sales), known: true);

        Assert.Equal(asked, (await Of(kit).For(TeamsBot.Channel, Subject, BotKit.Ct))!.UserIds.Count);
    }

    [Fact]
    public async Task Card_in_a_personal_chat_is_for_one_person_anyway()
    {
        await using var kit = await BotKit.Start();

        Assert.Null(await Of(kit).For(TeamsBot.AccountOf(SamplePod.Rosa), Subject, BotKit.Ct));
    }

    private static TeamsRefreshes Of(BotKit kit) => new(kit.Store, kit.Rosters, new TeamsReferences(kit.Store));

    private static async Task Link(BotKit kit, Member member, bool known)
    {
        await kit.Store.SaveMember(member with { TeamsUser = TeamsBot.AccountOf(member) }, BotKit.Ct);
        if (known)
            await kit.Store.SaveTeamsPerson(new TeamsPerson(TeamsBot.AccountOf(member), "t1", "29:" + member.Id, "https://smba.example.com", null, null, null), BotKit.Ct);
    }
}
