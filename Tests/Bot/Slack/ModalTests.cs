using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>Forms as modals.</summary>
public sealed class ModalTests
{
    private static readonly LeadId Ada = new("adaxxxxxxx");

    [Fact]
    public async Task Reject_asks_for_a_reason_and_tells_marketing_in_the_thread()
    {
        await using var bot = await SlackBot.Start();
        await bot.Service<DevClock>().MoveTo(SamplePod.Morning, SlackBot.Ct);
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);

        await rosa.Click(card, ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        var reply = await rosa.Submit(bot.Workspace.Views[0], (FieldNames.Reason, "no_budget"), (FieldNames.Note, "They said next year."));

        Assert.Equal(new SlackReply(200, string.Empty), reply);
        Assert.IsType<LeadState.Rejected>(await bot.StateOf(Ada));
        await bot.Until(() => bot.Workspace.Thread(card).Count == 1);
        var line = bot.Workspace.Thread(card)[0];
        Assert.Contains("They said next year.", line.Words, StringComparison.Ordinal);
        Assert.Contains(SlackBot.UserOf(SamplePod.Max), line.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_lead_is_told_to_its_marketer_in_private()
    {
        await using var bot = await SlackBot.Start();
        await bot.Service<DevClock>().MoveTo(SamplePod.Morning, SlackBot.Ct);
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);

        await rosa.Click(card, ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        await rosa.Submit(bot.Workspace.Views[0], (FieldNames.Reason, "no_budget"));

        await bot.Until(() => bot.Workspace.In("D0MAX").Count == 1);
        Assert.Contains("Rosa", bot.Workspace.In("D0MAX")[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_message_follows_what_its_reader_does_there()
    {
        await using var bot = await SlackBot.Start();
        await bot.Service<DevClock>().MoveTo(SamplePod.Morning, SlackBot.Ct);
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Click(card, ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        await rosa.Submit(bot.Workspace.Views[0], (FieldNames.Reason, "no_budget"));
        await bot.Until(() => bot.Workspace.In("D0MAX").Count == 1);
        var notice = bot.Workspace.In("D0MAX")[0];

        await bot.As(SamplePod.Max).Click(notice, ActionIds.Recycle);

        await bot.Until(() => notice.Edits == 1);
        Assert.IsType<LeadState.Recycled>(await bot.StateOf(Ada));
        Assert.DoesNotContain(notice.Buttons, button => button.Action == ActionIds.Recycle);
    }

    [Fact]
    public async Task Missing_reason_is_said_at_its_field_and_the_form_stays()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Click(card, ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);

        var reply = await rosa.Submit(bot.Workspace.Views[0]);

        Assert.Equal("errors", reply.Json["response_action"]!.GetValue<string>());
        Assert.NotEmpty(reply.Json["errors"]![FieldNames.Reason]!.GetValue<string>());
        Assert.IsType<LeadState.Offered>(await bot.StateOf(Ada));
    }

    [Fact]
    public async Task Fault_of_no_field_in_particular_is_said_at_a_field_that_the_form_has()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card(brief: SamplePod.Partial with { Email = "ada@example.com" });
        var max = bot.As(SamplePod.Max);
        await max.Click(card, ActionIds.RepairForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);

        var reply = await max.Submit(bot.Workspace.Views[0]);

        Assert.Equal("errors", reply.Json["response_action"]!.GetValue<string>());
        Assert.NotNull(reply.Json["errors"]!["company.name"]);
    }

    [Fact]
    public async Task Same_form_sent_twice_rejects_once_and_closes_both_times()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Click(card, ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);

        var first = await rosa.Submit(bot.Workspace.Views[0], (FieldNames.Reason, "no_budget"));
        var second = await rosa.Submit(bot.Workspace.Views[0], (FieldNames.Reason, "no_budget"));

        Assert.Equal((first, new SlackReply(200, string.Empty)), (second, first));
        Assert.Equal(2, (await bot.Store.History(Ada, SlackBot.Ct)).Count);
    }

    [Fact]
    public async Task Who_was_too_slow_reads_so_in_the_place_of_the_form()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Click(card, ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        await bot.As(SamplePod.Sam).Click(card, ActionIds.Accept);

        var reply = await rosa.Submit(bot.Workspace.Views[0], (FieldNames.Reason, "no_budget"));

        Assert.Equal("update", reply.Json["response_action"]!.GetValue<string>());
        Assert.Contains("Sam accepted this lead", FakeBlocks.Words(reply.Json["view"]), StringComparison.Ordinal);
        Assert.Empty(FakeSlackRules.ViewFaults(reply.Json["view"]!.AsObject()));
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_note_that_would_be_refused()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();

        await bot.As(SamplePod.Max).Click(card, ActionIds.RejectForm);

        await bot.Until(() => bot.Workspace.Ephemerals.Count == 1);
        Assert.Empty(bot.Workspace.Views);
    }

    [Fact]
    public async Task Form_that_Slack_does_not_open_in_time_is_apologised_for()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        bot.Slack.Fault = method => method == "views.open" ? SlackFault.ServerError : SlackFault.None;

        var reply = await bot.As(SamplePod.Rosa).Click(card, ActionIds.RejectForm);

        Assert.Equal(200, reply.Status);
        await bot.Until(() => bot.Workspace.Ephemerals.Any(told => told.Words.Contains("once more", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Opening_a_form_is_the_first_and_only_call_of_its_click()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        bot.Slack.Calls.Clear();

        await bot.As(SamplePod.Rosa).Click(card, ActionIds.RejectForm);

        await bot.Until(() => bot.Workspace.Views.Count == 1);
        Assert.Equal(["views.open"], bot.Slack.Calls);
    }

    [Fact]
    public async Task Click_is_acknowledged_while_Slack_itself_hangs()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var hanging = new TaskCompletionSource();
        bot.Slack.Hold = _ => hanging.Task;

        var accepted = await bot.As(SamplePod.Rosa).Click(card, ActionIds.Accept).WaitAsync(TimeSpan.FromSeconds(3), SlackBot.Ct);
        var refused = await bot.As(SamplePod.Sam).Click(card, ActionIds.Accept).WaitAsync(TimeSpan.FromSeconds(3), SlackBot.Ct);

        Assert.Equal((200, 200), (accepted.Status, refused.Status));
        hanging.SetResult();
        await bot.Until(() => bot.Workspace.Ephemerals.Count == 1 && card.Edits == 1);
    }
}
