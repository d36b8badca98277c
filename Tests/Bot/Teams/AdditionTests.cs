using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>"Add to lead" in the menu of any message.</summary>
public sealed class AdditionTests
{
    private const string Elsewhere = "19:sales@thread.tacv2";
    private const string Group = "19:group@thread.v2";
    private const string Message = "1790000000700";

    private static readonly string InTheChannel =
        $"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(Elsewhere)}/{Message}?tenantId={TeamsBot.Tenant}&groupId={FakeTeamsPeople.GroupId}&parentMessageId=";

    [Fact]
    public async Task Message_becomes_part_of_the_lead_and_its_thread_links_to_it()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var card = await bot.CardOf(lead);

        var sent = await bot.Add(SamplePod.Rosa, Elsewhere, Message, lead, typed: "byron ada@");

        Assert.Equal("continue", sent.Type);
        Assert.Contains("is part of ada Byron, Example Ltd now", FakeCard.Words(sent.Card), StringComparison.Ordinal);
        var kept = await bot.Comment(lead);
        Assert.Equal(($"{Elsewhere}|{Message}", InTheChannel + Message), (kept.Reference, kept.Link));
        await bot.Until(() => bot.Teams.Thread(card).Count == 1);
        Assert.Contains(InTheChannel + Message, bot.Teams.Thread(card)[0].Card.ToJsonString().Replace("\\u0026", "&", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_in_a_thread_is_linked_with_the_thread_it_stands_in()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();

        await bot.Add(SamplePod.Rosa, Elsewhere + ";messageid=1790000000600", Message, lead);

        var kept = await bot.Comment(lead);
        Assert.Equal(InTheChannel + "1790000000600", kept.Link);
    }

    [Fact]
    public async Task Thread_of_a_reply_is_known_where_only_the_message_tells_it()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var chosen = bot.As(SamplePod.Rosa).Adding(Elsewhere, Message);
        chosen["value"]!["messagePayload"]!["replyToId"] = "1790000000600";
        var form = await bot.Post(chosen);

        await bot.As(SamplePod.Rosa).Send(form, Elsewhere, (FieldNames.Lead, lead.Value));

        var kept = await bot.Comment(lead);
        Assert.Equal(($"{Elsewhere};messageid=1790000000600|{Message}", InTheChannel + "1790000000600"), (kept.Reference, kept.Link));
    }

    [Fact]
    public async Task Message_of_a_group_chat_is_linked_as_one_of_a_chat()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();

        await bot.Add(SamplePod.Rosa, Group, Message, lead);

        var kept = await bot.Comment(lead);
        Assert.Equal($"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(Group)}/{Message}?context=%7B%22contextType%22%3A%22chat%22%7D", kept.Link);
    }

    [Fact]
    public async Task Options_are_the_open_leads_and_a_stranger_sees_none()
    {
        await using var bot = await TeamsBot.Start();
        foreach (var person in new[] { "ada", "bob", "eve" })
            await bot.HandOver(person);
        var form = await bot.Adding(SamplePod.Rosa, Elsewhere, Message);

        Assert.Equal(3, (await bot.Options(bot.As(SamplePod.Rosa), form, FieldNames.Lead, string.Empty)).Count);
        Assert.Equal("bobxxxxxxx", Assert.Single(await bot.Options(bot.As(SamplePod.Rosa), form, FieldNames.Lead, "bobx")));
        Assert.Empty(await bot.Options(bot.As("nobody"), form, FieldNames.Lead, string.Empty));
        Assert.Equal(
            ["evexxxxxxx", "bobxxxxxxx", "adaxxxxxxx"],
            FakeCard.Input(form.Card, FieldNames.Lead)["choices"]!.AsArray().Select(choice => choice!["value"]!.GetValue<string>()));
    }

    [Fact]
    public async Task No_lead_chosen_is_said_in_the_form()
    {
        await using var bot = await TeamsBot.Start();
        var form = await bot.Adding(SamplePod.Rosa, Elsewhere, Message);

        var again = await bot.As(SamplePod.Rosa).Send(form, Elsewhere);

        Assert.Equal("continue", again.Type);
        Assert.Contains("Please choose one of the open leads.", FakeCard.Words(again.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_no_roster_adds_nothing()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var form = await bot.Adding(SamplePod.Rosa, Elsewhere, Message);

        var opened = await bot.Post(bot.As("nobody").Adding(Elsewhere, Message));
        Assert.Contains("not on this pod's roster", FakeCard.Words(opened.Card), StringComparison.Ordinal);
        var sent = await bot.As("nobody").Send(form, Elsewhere, (FieldNames.Lead, lead.Value));

        Assert.Contains("not on this pod's roster", sent.Sentence, StringComparison.Ordinal);
        Assert.Single(await bot.Store.History(lead, TeamsBot.Ct));
    }

    [Fact]
    public async Task Same_form_sent_twice_adds_once()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var form = await bot.Adding(SamplePod.Rosa, Elsewhere, Message);

        var first = await bot.As(SamplePod.Rosa).Send(form, Elsewhere, (FieldNames.Lead, lead.Value));
        var second = await bot.As(SamplePod.Rosa).Send(form, Elsewhere, (FieldNames.Lead, lead.Value));

        Assert.Equal(first.Sentence, second.Sentence);
        Assert.Equal(2, (await bot.Store.History(lead, TeamsBot.Ct)).Count);
    }

    [Fact]
    public async Task Message_without_an_id_is_not_known()
    {
        await using var bot = await TeamsBot.Start();
        var chosen = bot.As(SamplePod.Rosa).Adding(Elsewhere, string.Empty);
        chosen["value"]!["messagePayload"] = new JsonObject();

        Assert.Equal(501, (await bot.Post(chosen)).Status);
    }
}
