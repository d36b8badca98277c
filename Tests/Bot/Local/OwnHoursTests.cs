using AlignmentBot.Bot.Channels.Local;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Sampled = AlignmentBot.Bot.Channels.Local.Sample;

namespace AlignmentBot.Tests.Bot.Local;

/// <summary>Everybody sets their own hours, on the page as in chat, and is told things in them.</summary>
public sealed class OwnHoursTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hours_and_zone_are_set_by_command_and_by_form_and_given_back_to_the_pod()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await LocalClient.Open(bot, "rosa");

        Assert.Contains("Noted: you work Mon–Thu 08:00–16:00; Fri 08:00–12:00", await Said(rosa, "/mql hours set mon-thu 8-16, fri 8-12", "d1"), StringComparison.Ordinal);
        Assert.Contains("(Asia/Tokyo)", await Said(rosa, "/mql hours zone tokyo", "d2"), StringComparison.Ordinal);
        var fields = await LocalClient.Fields(await rosa.Command("/mql hours set", "d3"));
        Assert.Equal("Asia/Tokyo", fields[FieldNames.TimeZone]);
        var member = await Rosa(bot);
        Assert.Equal(("Asia/Tokyo", 1), (member.TimeZone, member.Hours!.Friday.Count));

        await rosa.Form(FormIds.Hours, "sample", new Dictionary<string, string> { [FieldNames.Hours] = "tue 10-12", [FieldNames.TimeZone] = "" }, "d4");
        member = await Rosa(bot);
        Assert.Null(member.TimeZone);
        Assert.Equal((0, 1), (member.Hours!.Monday.Count, member.Hours.Tuesday.Count));

        Assert.Contains("as your pod", await Said(rosa, "/mql hours set as pod", "d5"), StringComparison.Ordinal);
        Assert.Null((await Rosa(bot)).Hours);
    }

    [Theory]
    [InlineData("/mql hours set whenever", "I cannot read \"whenever\". Write days, then times")]
    [InlineData("/mql hours set mon 9-12, 11-13", "overlaps other hours of the same day.")]
    [InlineData("/mql hours zone atlantis", "I know no time zone called \"atlantis\".")]
    [InlineData("/mql hours zone new", "can be several time zones. Write one of them:")]
    [InlineData("/mql hours off", "Type “/mql hours” to see your hours")]
    public async Task What_is_wrong_is_said_with_what_is_right(string typed, string sentence)
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await LocalClient.Open(bot, "rosa");

        Assert.Contains(sentence, await Said(rosa, typed, "d1"), StringComparison.Ordinal);
        Assert.Null((await Rosa(bot)).Hours);
    }

    [Fact]
    public async Task What_is_wrong_in_the_form_is_said_at_its_field()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await LocalClient.Open(bot, "rosa");

        var answer = await rosa.Form(FormIds.Hours, "sample", new Dictionary<string, string> { [FieldNames.Hours] = "mon", [FieldNames.TimeZone] = "Europe/Amsterdam" });

        Assert.Equal("correct", answer.GetProperty("kind").GetString());
        Assert.Null((await Rosa(bot)).Hours);
    }

    [Fact]
    public async Task What_waits_comes_when_the_new_hours_begin()
    {
        await using var bot = await RunningBot.Start(["--Local:SampleData=false", "--Clock:Start=2026-11-20T19:00:00Z"]);
        await bot.Store.SavePod(Sampled.SamplePod.Make("Europe/Amsterdam"), Ct);
        foreach (var one in Sampled.SamplePod.Members)
            await bot.Store.SaveMember(one, Ct);
        var lead = await LocalKit.HandOverUnposted(bot, "ada");
        using var rosa = await LocalClient.Open(bot, "rosa");
        using var max = await LocalClient.Open(bot, "max");
        await rosa.Form(FormIds.Reject, lead.Value, new Dictionary<string, string> { [FieldNames.Reason] = "no_budget" }, "r1");
        var clock = bot.Services.GetRequiredService<DevClock>();
        await clock.MoveTo(Instant.FromUtc(2026, 11, 21, 9, 0), Ct);
        Assert.Empty(await Told(bot));

        await max.Command("/mql hours set sat 10-14", "h1");
        await clock.MoveTo(Instant.FromUtc(2026, 11, 21, 9, 1), Ct);

        Assert.Single(await Told(bot));
    }

    private static async Task<IReadOnlyList<string>> Told(RunningBot bot)
    {
        var told = await bot.Store.LocalConversation(LocalConversations.Of(new MemberId("sample-max")), int.MaxValue, Ct);
        return [.. told.Select(message => message.Subject ?? string.Empty)];
    }

    private static async Task<Member> Rosa(RunningBot bot) => (await bot.Store.FindMember(new MemberId("sample-rosa"), Ct))!;

    private static async Task<string> Said(LocalClient who, string typed, string delivery) =>
        (await who.Command(typed, delivery)).GetProperty("text").GetString()!;
}
