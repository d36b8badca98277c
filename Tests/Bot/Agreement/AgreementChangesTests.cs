using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Agreement;

/// <summary>What is promised, how it is changed, and what is due, by commands and buttons.</summary>
public sealed class AgreementChangesTests
{
    [Fact]
    public async Task A_change_holds_once_a_team_lead_of_each_side_has_signed_and_not_before()
    {
        await using var kit = await LadderKit.Open();
        Assert.Contains("channel of EMEA", Said(await Sla(kit, Lena, "change decide 30m")), StringComparison.Ordinal);
        var proposal = Assert.Single(await kit.Bot.Store.OpenProposals(Emea.Id, BotKit.Ct));

        await Changes(kit).Sign(Click(Lena, ActionIds.SignChange, proposal.Id), BotKit.Ct);
        Assert.Equal(1, (await kit.Bot.Rosters.Find(Emea.Id, BotKit.Ct))!.Policy.Agreement.Version);
        await Changes(kit).Sign(Click(Mona, ActionIds.SignChange, proposal.Id), BotKit.Ct);

        var agreement = (await kit.Bot.Rosters.Find(Emea.Id, BotKit.Ct))!.Policy.Agreement;
        Assert.Equal((2, Duration.FromMinutes(30)), (agreement.Version, agreement.Terms.PromiseOf(Clause.Decide).Target));
        Assert.Equal([Lena.Id, Mona.Id], agreement.Signed.Select(signature => signature.By));
        var lead = await kit.Bot.HandOver("later");
        Assert.Equal((2, Minute(30)), ((await kit.Lead(lead)).AgreementVersion, (await kit.Lead(lead)).RunningClock!.DueAt));
    }

    [Fact]
    public async Task The_card_says_in_words_what_changes_and_what_it_would_have_meant()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();
        await kit.At(40);
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Accept());

        await Sla(kit, Mona, "change decide 30 min");
        await kit.Settle();

        var words = Assert.Single(kit.Said());
        Assert.Contains("Mona proposes to change the agreement:", words, StringComparison.Ordinal);
        Assert.Contains("Decide: accept or reject: within 30 min of working time, so far within 1 h of working time", words, StringComparison.Ordinal);
        Assert.Contains("Decide: accept or reject: of 1 promises 1 were kept; 0 would have been", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_would_have_meant_is_counted_over_every_lead_of_the_thirty_days()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();
        kit.Skip(Minute(40));
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Accept());
        for (var number = 0; number < 1_050; number++)
            await kit.Bot.HandOver("p" + number);

        await Sla(kit, Mona, "change decide 30m");
        await kit.Settle();

        Assert.Equal(new DryRunClause(Clause.Decide, 1, 1, 0), Assert.Single(Assert.Single(await kit.Bot.Store.OpenProposals(Emea.Id, BotKit.Ct)).DryRun!.Clauses));
    }

    [Fact]
    public async Task Only_team_leads_propose_and_sign()
    {
        await using var kit = await LadderKit.Open();
        Assert.StartsWith("Only team leads change the agreement.", Said(await Sla(kit, Rosa, "change decide 30m")), StringComparison.Ordinal);
        await Sla(kit, Lena, "change decide 30m");
        var proposal = Assert.Single(await kit.Bot.Store.OpenProposals(Emea.Id, BotKit.Ct));

        Assert.StartsWith("Only team leads change the agreement.", Said(await Changes(kit).Sign(Click(Max, ActionIds.SignChange, proposal.Id), BotKit.Ct)), StringComparison.Ordinal);
        await Changes(kit).Sign(Click(Lena, ActionIds.SignChange, proposal.Id), BotKit.Ct);
        var again = Click(Lena, ActionIds.SignChange, proposal.Id) with { Delivery = "again" };
        Assert.StartsWith("Your side has signed this already.", Said(await Changes(kit).Sign(again, BotKit.Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_delivery_again_changes_nothing()
    {
        await using var kit = await LadderKit.Open();
        var first = await Sla(kit, Lena, "change decide 30m", "once");
        var again = await Sla(kit, Lena, "change decide 30m", "once");

        Assert.Equal(first, again);
        Assert.Single(await kit.Bot.Store.OpenProposals(Emea.Id, BotKit.Ct));
    }

    [Theory]
    [InlineData("change decide soon", "Give working time such as 30 min")]
    [InlineData("change speed 1h", "There is no promise called speed. These are the promises: decide, firstContact, outcome, answer, supply.")]
    [InlineData("change decide 1h", "It is agreed so already")]
    [InlineData("dance", "/mql sla shows what is promised.")]
    [InlineData("watch 99", "Give the number of days from 1 to 31, or off.")]
    public async Task What_cannot_be_done_is_said_with_what_can(string typed, string words)
    {
        await using var kit = await LadderKit.Open();

        Assert.StartsWith(words, Said(await Sla(kit, Lena, typed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_shows_how_both_sides_kept_their_promises_this_month()
    {
        await using var kit = await LadderKit.Open();
        var (kept, late) = (await kit.Bot.HandOver("ada"), await kit.Bot.HandOver("bob"));
        await kit.Bot.Do(kept, Rosa, new LeadCommand.Reject(NoBudget));
        await kit.Bot.Do(kept, Max, new LeadCommand.NoteRejection());
        await kit.At(61);
        await kit.Bot.Do(late, Lena, new LeadCommand.Accept());

        var facts = Assert.IsType<Answer.Show>(await Sla(kit, Rosa, "")).Card.Blocks.OfType<Block.Facts>().Last();

        Assert.Equal(["Sales: – (1 of 2)", "Marketing: – (1 of 1)"], facts.Items.Select(fact => $"{fact.Label}: {PlainText.Of(fact.Runs, Reader.Everyone(Emea))}"));
    }

    [Fact]
    public async Task Due_lists_what_is_mine_and_for_team_leads_everybodys()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Accept());
        await kit.Bot.HandOver("bob");

        Assert.Equal(2, await Due(kit, Rosa));
        Assert.Equal(1, await Due(kit, Sam));
        Assert.Equal(2, await Due(kit, Mona));
        Assert.Equal(0, await Due(kit, Max));
    }

    [Fact]
    public async Task Longer_is_granted_once_with_a_reason_in_working_time()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();
        var snoozes = new Snoozes(kit.Bot.Desk, kit.Bot.Views, kit.Bot.Clock);
        Submission Form(string minutes, string reason) => new(PodKit.As(Sam), minutes + reason, FormIds.Snooze, lead.Value, new Dictionary<string, string>(StringComparer.Ordinal) { [FieldNames.Working] = minutes, [FieldNames.Reason] = reason });

        Assert.IsType<Answer.Correct>(await snoozes.Submit(Form("60", ""), BotKit.Ct));
        Assert.IsType<Answer.Correct>(await snoozes.Submit(Form("61", "Busy"), BotKit.Ct));
        await snoozes.Submit(Form("480", "They call back tomorrow"), BotKit.Ct);
        Assert.Equal(new Snooze(Sam.Id, Instant.FromUtc(2026, 11, 23, 8, 30), "They call back tomorrow"), (await kit.Lead(lead)).RunningClock!.Snoozed);

        Assert.StartsWith("Sam has asked for longer already", Said(await snoozes.Submit(Form("30", "Again"), BotKit.Ct)), StringComparison.Ordinal);
        Assert.IsType<Answer.Say>(await snoozes.Form(Click(Rosa, ActionIds.SnoozeForm, lead.Value), BotKit.Ct));
    }

    private static async Task<int> Due(LadderKit kit, Member member)
    {
        var lists = new DueLists(kit.Bot.Store, kit.Bot.Views, kit.Bot.Clock);
        var card = Assert.IsType<Answer.Show>(await lists.Due(Call(member, ""), BotKit.Ct)).Card;
        return card.Blocks.OfType<Block.Buttons>().Count();
    }

    private static Task<Answer> Sla(LadderKit kit, Member by, string typed, string? delivery = null)
    {
        var commands = new SlaCommands(kit.Bot.Rosters, Changes(kit), new KeptShares(kit.Bot.Figures), new Watching(kit.Bot.Store, kit.Bot.Rosters, new AlignmentBot.Bot.Configuration.PodsConfiguration([]), kit.Bot.Clock));
        return commands.Run(Call(by, typed) with { Delivery = delivery ?? $"{by.Id}/{typed}" }, BotKit.Ct);
    }

    private static CommandCall Call(Member by, string typed) => new(PodKit.As(by), Emea, by, Reader.Of(by, Emea), typed);

    private static Click Click(Member by, string action, string value) => new(PodKit.As(by), $"{by.Id}/{action}/{value}", action, value);

    private static AgreementChanges Changes(LadderKit kit) => new(kit.Bot.Store, kit.Bot.Rosters, kit.Bot.Channels, kit.Bot.Clock, kit.Bot.Wakeups);

    private static string Said(Answer answer) => TextClean.Of(Assert.IsType<Answer.Say>(answer).Text);
}
