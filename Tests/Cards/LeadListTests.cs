using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Tests.Cards;

public sealed class LeadListTests
{
    private static readonly Reader Rosa = Sample.As(Sample.Rosa);

    [Fact]
    public void An_empty_list_says_what_happens_next() =>
        Assert.Equal(
            "You have no open leads, and none is waiting. New ones appear in the channel as soon as marketing hands them over.",
            LeadListCard.Draw([], [], Rosa).Summary);

    [Fact]
    public void A_waiting_lead_can_be_accepted_from_the_list_and_every_lead_leads_to_its_card()
    {
        var card = LeadListCard.Draw([Sample.View(Sample.States["contacted"])], [Sample.View(Sample.Offer)], Rosa);
        var buttons = card.Blocks.OfType<Block.Buttons>().Select(row => string.Join(", ", row.Items.Select(button => button.Action)));
        Assert.Equal([$"{ActionIds.Qualified}, {ActionIds.History}", $"{ActionIds.Accept}, {ActionIds.RejectForm}, {ActionIds.History}"], buttons, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void A_long_list_counts_what_it_does_not_show(int leads, bool counted)
    {
        var card = LeadListCard.Draw([], [.. Enumerable.Repeat(Sample.View(Sample.Offer), leads)], Rosa);
        Assert.Equal(6, card.Blocks.OfType<Block.Buttons>().Count());
        Assert.Equal(counted, card.Blocks.OfType<Block.Note>().Any());
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void A_digest_shows_ten_leads_and_counts_the_others(int leads, bool counted)
    {
        var card = LeadDigestCard.Draw(Enumerable.Repeat(Sample.View(Sample.Offer), leads).ToValueList(), Sample.Everyone);
        Assert.Equal(10, card.Blocks.OfType<Block.Buttons>().Count());
        Assert.Equal(counted, card.Blocks.OfType<Block.Note>().Any());
    }

    [Fact]
    public void The_roster_finds_people_by_any_spelling_of_their_address()
    {
        Assert.Equal(Sample.Max, Sample.Roster.FindByEmail(" MAX+leads@Example.com "));
        Assert.Null(Sample.Roster.FindByEmail(null));
        Assert.Null(Sample.Roster.FindByEmail("nobody@example.com"));
        Assert.Equal("a former member", Sample.Roster.NameOf(new MemberId("erased"), Sample.Everyone));
    }

    [Fact]
    public void Only_active_reps_without_the_present_owner_can_be_chosen()
    {
        var form = LeadForms.Reassign(Sample.View(Sample.States["accepted"]), Sample.Everyone);
        var choice = Assert.IsType<FormField.Choice>(Assert.Single(form.Fields));
        Assert.Equal(["Sam", "Tina"], choice.Options.Select(option => option.Label), StringComparer.Ordinal);
    }

    [Fact]
    public void The_reasons_of_the_pod_are_grouped_by_kind_in_one_screen_with_the_note()
    {
        var form = LeadForms.Reject(Sample.View(Sample.Offer), Sample.Everyone);
        Assert.Equal(2, form.Fields.Count);
        var choice = Assert.IsType<FormField.Choice>(form.Fields[0]);
        Assert.Equal(Sample.Pod.Reasons.Select(reason => reason.Code).Order(StringComparer.Ordinal), choice.Options.Select(option => option.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["It is not a fit now", "Its details need repair", "It came to the wrong place"], choice.Options.Select(option => option.Group).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
        var note = Assert.IsType<FormField.Text>(form.Fields[1]);
        Assert.Equal((false, Rejection.NoteLimit), (note.Required, note.MaxLength));
    }

    [Fact]
    public void An_incomplete_lead_asks_for_what_is_missing_and_a_rejected_one_for_its_contact_as_known()
    {
        Assert.Equal(["phone", "company.name"], LeadForms.Repair(Sample.View(Sample.States["incomplete"]), Sample.Everyone).Fields.Select(field => field.Name), StringComparer.Ordinal);
        var known = LeadForms.Repair(Sample.View(Sample.States["rejected"]), Sample.Everyone).Fields.Cast<FormField.Text>();
        Assert.Contains(("email", "ada@example.com"), known.Select(field => (field.Name, field.Value)));
    }
}
