using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>Dialogs, as Teams opens and sends them.</summary>
public sealed class DialogTests
{
    [Fact]
    public async Task Rejection_is_a_dialog_with_the_pod_s_reasons_and_closes_when_it_is_done()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var rosa = bot.As(SamplePod.Rosa);

        var dialog = await rosa.Open(ActionIds.RejectForm, lead.Value);
        var sent = await rosa.Send(dialog, ("reason", "no_budget"), ("note", "Next year."));

        Assert.Equal("continue", dialog.Type);
        Assert.Contains("no_budget", dialog.Body, StringComparison.Ordinal);
        Assert.Empty(AdaptiveCardRules.Of(dialog.Card.ToJsonString()));
        Assert.Equal(new TeamsAnswer(200, string.Empty), sent);
        Assert.Equal("Next year.", Assert.IsType<LeadState.Rejected>(await bot.StateOf(lead)).Rejection.Note);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_typed_twice()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var rosa = bot.As(SamplePod.Rosa);

        var wrong = await rosa.Send(await rosa.Open(ActionIds.RejectForm, lead.Value), ("reason", "nonsense"), ("note", "Next year."));

        Assert.Equal("continue", wrong.Type);
        var body = wrong.Card["body"]!.AsArray();
        var reason = body.Select((element, index) => (element, index)).Single(part => part.element!["id"]?.GetValue<string>() == "reason").index;
        Assert.Equal("Attention", body[reason + 1]!["inlines"]![0]!["color"]!.GetValue<string>());
        Assert.Equal("Next year.", body.Single(element => element!["id"]?.GetValue<string>() == "note")!["value"]!.GetValue<string>());
        Assert.Equal(new TeamsAnswer(200, string.Empty), await rosa.Send(wrong, ("reason", "no_budget")));
        Assert.IsType<LeadState.Rejected>(await bot.StateOf(lead));
    }

    [Fact]
    public async Task Dialog_that_is_sent_twice_under_two_ids_has_one_effect()
    {
        await using var bot = await TeamsBot.Start();
        var max = bot.As(SamplePod.Max);
        var sending = max.Sending(await max.Open(ActionIds.HandOverForm, string.Empty), ("email", "eve@example.com"), ("company.name", "Example Ltd"), ("lastName", "Example"));

        var first = await bot.Post(sending);
        sending["id"] = TeamsUser.NextId();
        var second = await bot.Post(sending);

        Assert.Equal(first, second);
        var lead = await bot.Store.FindOpenLead(SamplePod.Emea.Id, "eve@example.com", null, TeamsBot.Ct);
        Assert.Equal(1, lead!.EventCount);
    }

    [Fact]
    public async Task Form_that_would_be_refused_anyway_is_a_sentence_at_once()
    {
        await using var bot = await TeamsBot.Start();

        var answer = await bot.As(SamplePod.Max).Open(ActionIds.RejectForm, (await bot.HandOver()).Value);

        Assert.Equal("message", answer.Type);
        Assert.Contains("ales", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_is_shown_in_a_dialog_whose_buttons_work_there()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var rosa = bot.As(SamplePod.Rosa);

        var dialog = await rosa.Open(ActionIds.History, lead.Value);

        Assert.Equal("continue", dialog.Type);
        Assert.All(dialog.Buttons, button => Assert.Equal(("Action.Submit", null), (button["type"]!.GetValue<string>(), button["data"]!["msteams"]?.ToJsonString())));
        var accepted = await bot.Post(rosa.Invoke("task/submit", new JsonObject { ["data"] = dialog.Button(ActionIds.Accept)["data"]!.DeepClone() }));
        Assert.Equal("continue", accepted.Type);
        Assert.IsType<LeadState.Accepted>(await bot.StateOf(lead));
    }

    [Fact]
    public async Task Set_up_that_Teams_does_not_answer_in_time_says_so_and_can_be_asked_again()
    {
        await using var bot = await TeamsBot.Start();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Connector.Hold = _ => gate.Task;
        var mona = bot.As(SamplePod.Mona);

        var wait = await mona.Open(ActionIds.RunCommand, "setup");
        gate.SetResult();
        var form = await bot.Post(mona.Invoke("task/submit", new JsonObject { ["data"] = wait.Button(ActionIds.Wait)["data"]!.DeepClone() }));

        Assert.Equal("pod.setup.v1", form.Card["actions"]![0]!["data"]!["form"]!.GetValue<string>());
        var wrong = await mona.Send(form, ("pod_name", "EMEA"), ("time_zone", "Moon/Base"), ("sales_people", "aad-rosa"), ("marketing_people", "aad-max"));
        Assert.Equal(("continue", "pod.setup.v1"), (wrong.Type, wrong.Card["actions"]![0]!["data"]!["form"]!.GetValue<string>()));
        Assert.Contains("Attention", wrong.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_that_nobody_knows_of_is_told_to_start_again()
    {
        await using var bot = await TeamsBot.Start();

        Assert.Contains("start again", (await bot.As(SamplePod.Rosa).Open(ActionIds.Wait, "nothing")).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form.v0")]
    [InlineData("lead.reject.v1")]
    public async Task Form_from_another_age_or_about_nothing_gets_a_sentence(string form)
    {
        await using var bot = await TeamsBot.Start();
        var sending = bot.As(SamplePod.Rosa).Invoke("task/submit", new JsonObject { ["data"] = new JsonObject { ["form"] = form, ["value"] = "nothing" } });

        Assert.Equal("message", (await bot.Post(sending)).Type);
    }

    [Fact]
    public async Task Options_are_found_while_somebody_types()
    {
        await using var bot = await TeamsBot.Start();
        var search = new JsonObject { ["kind"] = "search", ["queryText"] = "berlin", ["dataset"] = "pod.setup.v1/time_zone", ["queryOptions"] = new JsonObject { ["skip"] = 0, ["top"] = 15 } };

        var answer = await bot.Post(bot.As(SamplePod.Rosa).Invoke("application/search", search));

        Assert.Equal((200, "application/vnd.microsoft.search.searchResponse"), (answer.Json["statusCode"]!.GetValue<int>(), answer.Type));
        Assert.Equal("Europe/Berlin", Assert.Single(answer.Json["value"]!["results"]!.AsArray())!["value"]!.GetValue<string>());
        search["dataset"] = "strange";
        Assert.Empty((await bot.Post(bot.As(SamplePod.Rosa).Invoke("application/search", search.DeepClone().AsObject()))).Json["value"]!["results"]!.AsArray());
    }
}
