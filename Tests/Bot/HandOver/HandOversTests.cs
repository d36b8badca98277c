using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.HandOver;

public sealed class HandOversTests
{
    private static readonly (string, string)[] Whole =
        [("company.name", "Example Ltd"), ("firstName", "Ada"), ("email", "ada@example.com"), ("score", "82"), ("notes", "Asked for a demo")];

    [Fact]
    public async Task Filled_form_makes_a_lead_of_this_marketer()
    {
        await using var kit = await PodKit.Start();

        var said = Assert.IsType<Answer.Say>(await kit.HandOver(SamplePod.Max, Whole));

        var lead = Assert.Single(await kit.Leads());
        Assert.Equal(("Example Ltd", 82, "max@example.com", "Asked for a demo"), (lead.Brief.Company.Name, lead.Brief.Score, lead.Brief.Marketer, lead.Brief.Notes));
        Assert.Equal("Ada, Example Ltd is handed over. The card is in the channel of EMEA.", said.Text);
    }

    [Fact]
    public async Task What_the_pod_needs_may_come_later_and_the_answer_says_so()
    {
        await using var kit = await PodKit.Start();

        var said = Assert.IsType<Answer.Say>(await kit.HandOver(SamplePod.Max, ("firstName", "Ada")));

        Assert.IsType<LeadState.Incomplete>(Assert.Single(await kit.Leads()).State);
        Assert.Contains("waits for: E-mail, Company", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lead_for_one_rep_is_reserved()
    {
        await using var kit = await PodKit.Start();

        var said = Assert.IsType<Answer.Say>(await kit.HandOver(SamplePod.Max, [.. Whole, (FieldNames.Member, SamplePod.Rosa.Id.Value)]));

        Assert.Equal(SamplePod.Rosa.Id, Assert.IsType<LeadState.Offered>(Assert.Single(await kit.Leads()).State).ReservedFor);
        Assert.Contains("for Rosa", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_person_again_is_joined_onto_the_open_lead()
    {
        await using var kit = await PodKit.Start();
        await kit.Bot.HandOver();

        var said = Assert.IsType<Answer.Say>(await kit.HandOver(SamplePod.Max, Whole));

        Assert.Single(await kit.Leads());
        Assert.Contains("is open in EMEA already", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_form_sent_twice_gets_the_same_answer_and_makes_one_lead()
    {
        await using var kit = await PodKit.Start();

        var first = await kit.HandOver(SamplePod.Max, Whole);
        var second = await kit.HandOver(SamplePod.Max, Whole);

        Assert.Equal(first, second);
        Assert.Single(await kit.Leads());
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        await using var kit = await PodKit.Start();

        var wrong = Assert.IsType<Answer.Correct>(await kit.HandOver(SamplePod.Max, ("email", "ada"), ("score", "101"), ("phone", "call me"), (FieldNames.Member, SamplePod.Max.Id.Value)));

        Assert.Equal(["email", "member", "phone", "score"], wrong.Errors.Select(error => error.Field).Order(StringComparer.Ordinal));
        Assert.Empty(await kit.Leads());
    }

    [Fact]
    public async Task Rep_of_another_pod_is_no_choice()
    {
        await using var kit = await PodKit.Start();
        await TwoPods(kit);

        var wrong = Assert.IsType<Answer.Correct>(await kit.HandOver(SamplePod.Max, [.. Whole, (FieldNames.Pod, "apac"), (FieldNames.Member, SamplePod.Rosa.Id.Value)]));

        Assert.Equal(FieldNames.Member, Assert.Single(wrong.Errors).Field);
    }

    [Fact]
    public async Task Marketer_of_two_pods_chooses_one_and_from_a_pods_page_it_is_chosen()
    {
        await using var kit = await PodKit.Start();
        await TwoPods(kit);

        var any = Assert.IsType<Answer.Ask>(await kit.HandOvers.Form(new Click(PodKit.As(SamplePod.Max), "c1", ActionIds.HandOverForm, string.Empty), BotKit.Ct));
        var here = Assert.IsType<Answer.Ask>(await kit.HandOvers.Form(new Click(PodKit.As(SamplePod.Max), "c2", ActionIds.HandOverForm, "apac"), BotKit.Ct));

        Assert.Contains(any.Form.Fields, field => field is FormField.Choice { Name: FieldNames.Pod, Options.Count: 2 });
        Assert.DoesNotContain(here.Form.Fields, field => field.Name == FieldNames.Pod);
        Assert.Equal("apac", here.Form.Value);
    }

    [Fact]
    public async Task Sales_and_strangers_do_not_hand_over()
    {
        await using var kit = await PodKit.Start();

        var rep = Assert.IsType<Answer.Say>(await kit.HandOver(SamplePod.Rosa, Whole));
        var stranger = Assert.IsType<Answer.Say>(await kit.HandOver(SamplePod.Stranger, Whole));

        Assert.StartsWith("Marketing does this.", rep.Text, StringComparison.Ordinal);
        Assert.StartsWith("You are not on this pod's roster", stranger.Text, StringComparison.Ordinal);
        Assert.Empty(await kit.Leads());
    }

    [Fact]
    public async Task Platform_that_does_not_answer_adds_nothing_and_says_so()
    {
        await using var kit = await PodKit.Start();
        var lead = await kit.Bot.HandOver();
        kit.Workplace.Failure = new ChannelUnavailableException("chat.getPermalink: no answer");
        var form = new Submission(PodKit.As(SamplePod.Rosa), "form-1", FormIds.Add, "C1:1.2", new Dictionary<string, string>(StringComparer.Ordinal) { [FieldNames.Lead] = lead.Value });

        var later = Assert.IsType<Answer.Later>(await kit.Additions.Submit(form, BotKit.Ct));

        Assert.Contains("nothing was changed", Assert.IsType<Answer.Say>(await later.Work(BotKit.Ct)).Text, StringComparison.Ordinal);
        Assert.Single(await kit.Bot.Store.History(lead, BotKit.Ct));
    }

    private static async Task TwoPods(PodKit kit)
    {
        await kit.Bot.Store.SavePod(SamplePod.Apac, BotKit.Ct);
        await kit.Bot.Store.SaveMember(SamplePod.Max with { Id = new MemberId("max2"), Pod = SamplePod.Apac.Id, SlackUser = PodKit.As(SamplePod.Max).Account }, BotKit.Ct);
    }
}
