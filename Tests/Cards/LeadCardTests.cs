using System.Reflection;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

public sealed class LeadCardTests
{
    private static readonly Member[] Everybody = [Sample.Rosa, Sample.Sam, Sample.Tina, Sample.Max, Sample.Mona];

    public static TheoryData<string> States => [.. Sample.States.Keys];

    [Fact]
    public void Every_state_has_a_sample() => Assert.Equal(
        typeof(LeadState).GetNestedTypes(BindingFlags.Public).Select(type => type.Name).Order(StringComparer.Ordinal),
        Sample.States.Values.Select(state => state.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(States))]
    public void No_view_has_more_than_five_buttons(string state)
    {
        Assert.InRange(Buttons(Sample.View(Sample.States[state])).Count, 1, 5);
        Assert.InRange(Buttons(Sample.View(Sample.States[state]) with { Now = Sample.Decided }).Count, 1, 5);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Every_button_is_allowed_to_whom_it_is_shown(string state)
    {
        var view = Sample.JustDecided(state) with { Now = Sample.Decided.Plus(Duration.FromMinutes(4)) };
        var later = Sample.Decided.Plus(Duration.FromHours(1));
        foreach (var (member, button) in Everybody.SelectMany(member => Buttons(view).Where(button => button.Audience.Includes(member)).Select(button => (member, button))))
        {
            var now = button.Action == ActionIds.Undo ? view.Now : later;
            if (Command(button.Action, later) is { } command)
                Assert.IsNotType<Decision.Refused>(LeadDecider.Decide(view.Lead, command, new Actor.Person(member), now));
        }
    }

    [Theory]
    [InlineData("incomplete", "Max: Add what is missing, History | Mona: Add what is missing, Reassign, History | Rosa: History | Sam: History | Tina: Reassign, History")]
    [InlineData("offered", "Max: History | Mona: Reassign, History | Rosa: Accept, Reject, History | Sam: Accept, Reject, History | Tina: Accept, Reject, Reassign, History")]
    [InlineData("reserved", "Max: History | Mona: Reassign, History | Rosa: Accept, Reject, History | Sam: History | Tina: Accept, Reject, Reassign, History")]
    [InlineData("accepted", "Max: History | Mona: Reassign, History | Rosa: Contacted, Lost, Give back, History | Sam: History | Tina: Contacted, Lost, Give back, Reassign, History")]
    [InlineData("rejected", "Max: Back to nurture, Offer again, Correct details, Noted, History | Mona: Back to nurture, Offer again, Correct details, Noted, History | Rosa: History | Sam: History | Tina: Back to nurture, Offer again, History")]
    [InlineData("won", "Max: History | Mona: History | Rosa: History | Sam: History | Tina: History")]
    public void Everybody_sees_the_buttons_that_fit(string state, string expected)
    {
        var buttons = Buttons(Sample.View(Sample.States[state]));
        var seen = Everybody.OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"{member.Name}: {string.Join(", ", buttons.Where(button => button.Audience.Includes(member)).Select(button => button.Label))}");
        Assert.Equal(expected, string.Join(" | ", seen));
    }

    [Theory]
    [InlineData("accepted", 300, true)]
    [InlineData("accepted", 301, false)]
    [InlineData("rejected", 300, true)]
    [InlineData("rejected", 301, false)]
    public void Undo_is_there_for_five_minutes(string state, int seconds, bool there)
    {
        var view = Sample.View(Sample.States[state]) with { Now = Sample.Decided.Plus(Duration.FromSeconds(seconds)) };
        var undo = Buttons(view).SingleOrDefault(button => button.Action == ActionIds.Undo);
        Assert.Equal(there, undo is not null);
        Assert.True(undo is null || Everybody.Where(undo.Audience.Includes).SequenceEqual([Sample.Rosa]));
    }

    [Fact]
    public void Undo_is_gone_once_somebody_acted_on_the_decision() =>
        Assert.DoesNotContain(Buttons(Sample.JustDecided("accepted") with { Lead = Sample.View(new LeadState.Accepted(Sample.Rosas, null)).Lead }), button => button.Action == ActionIds.Undo);

    [Theory]
    [InlineData(RejectionFamily.Procedural, ActionIds.ReOffer)]
    [InlineData(RejectionFamily.Clerical, ActionIds.RepairForm)]
    [InlineData(RejectionFamily.Definitional, ActionIds.Recycle)]
    public void The_kind_of_rejection_decides_what_marketing_is_offered_first(RejectionFamily family, string action)
    {
        var rejected = new LeadState.Rejected(Sample.Rosa.Id, Sample.Decided, new Rejection(new RejectionReason(family, "x"), null), null, null);
        Assert.Equal((action, ButtonStyle.Primary), (Buttons(Sample.View(rejected))[0].Action, Buttons(Sample.View(rejected))[0].Style));
    }

    [Fact]
    public void The_newest_three_reasons_are_shown_and_no_more()
    {
        var card = LeadCard.Draw(Sample.View(Sample.Offer), Sample.Everyone);
        var lines = Assert.Single(card.Blocks.OfType<Block.Bullets>()).Lines.Select(line => PlainText.Of(line, Sample.Everyone));
        Assert.Equal(["Visited a page: Pricing", "Attended a webinar: Data at scale", "Asked for a demo"], lines, StringComparer.Ordinal);
    }

    [Fact]
    public void Mail_and_phone_are_not_shown_before_the_lead_is_accepted_nor_after_it_has_ended()
    {
        Assert.DoesNotContain("ada@example.com", Words(Sample.States["offered"]), StringComparison.Ordinal);
        Assert.Contains("ada@example.com", Words(Sample.States["accepted"]), StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.com", Words(Sample.States["won"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_due_date_is_said_with_what_is_due()
    {
        var due = Sample.View(Sample.Offer) with { DecideBy = Instant.FromUtc(2026, 11, 20, 13, 0) };
        Assert.EndsWith("Decide by 20 Nov 2026, 14:00.", LeadCard.Draw(due, Sample.Everyone).Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("by 20 Nov 2026, 14:00", LeadCard.Draw(due with { Lead = Sample.View(Sample.States["won"]).Lead }, Sample.Everyone).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_marketer_who_is_not_on_the_roster_is_shown_as_given() =>
        Assert.Contains("kim@example.org", Words(Sample.Offer, Sample.Ada with { Marketer = "kim@example.org" }), StringComparison.Ordinal);

    [Fact]
    public void An_owner_nobody_knows_any_more_is_called_a_former_member() =>
        Assert.Contains("Accepted by a former member", Words(new LeadState.Accepted(new Ownership(new MemberId("erased"), Sample.Decided), null)), StringComparison.Ordinal);

    private static ValueList<Button> Buttons(LeadView view) =>
        Assert.Single(LeadCard.Draw(view, Sample.Everyone).Blocks.OfType<Block.Buttons>()).Items;

    private static string Words(LeadState state, Brief? brief = null) =>
        AlignmentBot.Cards.Rendering.HtmlCardRenderer.Card(LeadCard.Draw(Sample.View(state, brief ?? Sample.Ada), Sample.Everyone), Sample.Everyone);

    private static LeadCommand? Command(string action, Instant at) => action switch
    {
        ActionIds.Accept => new LeadCommand.Accept(),
        ActionIds.RejectForm => new LeadCommand.Reject(Sample.NoBudget),
        ActionIds.ReleaseForm => new LeadCommand.Release("Away"),
        ActionIds.RepairForm => new LeadCommand.Repair([new NamedValue("phone", "1")]),
        ActionIds.ReassignForm => new LeadCommand.Reassign(Sample.Sam),
        ActionIds.Contacted => new LeadCommand.Contact(at),
        ActionIds.Qualified => new LeadCommand.Qualify(at),
        ActionIds.OpportunityForm => new LeadCommand.OpenOpportunity(at, Sample.Amount),
        ActionIds.WinForm => new LeadCommand.Win(at, null),
        ActionIds.LoseForm => new LeadCommand.Lose(at, "Too expensive"),
        ActionIds.Undo => new LeadCommand.Undo(),
        ActionIds.ReOffer => new LeadCommand.ReOffer(null),
        ActionIds.Noted => new LeadCommand.NoteRejection(),
        ActionIds.Recycle => new LeadCommand.Recycle(null),
        ActionIds.History => null,
        _ => throw new NotSupportedException(action),
    };
}
