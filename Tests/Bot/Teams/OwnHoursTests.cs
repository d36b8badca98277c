using AlignmentBot.Cards;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>Own hours, and promises for some leads, in Teams.</summary>
public sealed class OwnHoursTests
{
    [Fact]
    public async Task Somebody_sets_their_hours_by_words_and_in_a_dialog()
    {
        await using var bot = await TeamsBot.Start();
        var rosa = bot.As(Rosa);

        await rosa.Say("hours set mon-fri 8-16");
        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Any(message => message.Words.Contains("Noted: you work Mon–Fri 08:00–16:00", StringComparison.Ordinal)));

        var dialog = await rosa.Open(ActionIds.HoursForm, Emea.Id.Value);
        await rosa.Send(dialog, (FieldNames.Hours, "tue 10-12"), (FieldNames.TimeZone, "Asia/Tokyo"));

        var member = (await bot.Store.FindMember(Rosa.Id, TeamsBot.Ct))!;
        Assert.Equal(("Asia/Tokyo", 0, new LocalTime(12, 0)), (member.TimeZone, member.Hours!.Monday.Count, member.Hours.Tuesday[0].To));
    }

    [Fact]
    public async Task A_promise_for_some_leads_is_proposed_in_a_dialog_and_stands_on_a_card_to_be_signed()
    {
        await using var bot = await TeamsBot.Start();
        var lena = bot.As(Lena);

        var dialog = await lena.Open(ActionIds.ClauseForm, Emea.Id.Value);
        await lena.Send(dialog, (FieldNames.Clause, "decide"), (FieldNames.Working, "20 min"), (FieldNames.Tier, "source webinar"), (FieldNames.Hours, "pod"));

        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Any(message => message.Words.Contains("source webinar: 20 min", StringComparison.Ordinal)));
        var proposal = Assert.Single(await bot.Store.OpenProposals(Emea.Id, TeamsBot.Ct));
        Assert.Equal((Duration.FromMinutes(20), WhoseHours.Pod), (proposal.Terms.TargetOf(Clause.Decide, Whole), proposal.Terms.Hours));
    }
}
