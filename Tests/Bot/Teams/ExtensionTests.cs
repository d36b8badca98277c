using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>The message extension: search and paste a lead, hand one over.</summary>
public sealed class ExtensionTests
{
    [Fact]
    public async Task Lead_is_found_and_pasted_as_a_card_that_stays_alive()
    {
        await using var bot = await TeamsBot.Start();
        await bot.HandOver("ada");
        await bot.HandOver("bob");

        var answer = await bot.Post(Query(bot, SamplePod.Max, "bob"));

        Assert.Equal("result", answer.Json["composeExtension"]!["type"]!.GetValue<string>());
        var result = Assert.Single(answer.Json["composeExtension"]!["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.thumbnail", result["preview"]!["contentType"]!.GetValue<string>());
        Assert.Contains("bob", result["preview"]!["content"]!["title"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("Waiting for a rep.", result["preview"]!["content"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("lead/bobxxxxxxx", result["content"]!["refresh"]!["action"]!["data"]!["value"]!.GetValue<string>());
        Assert.Empty(AdaptiveCardRules.Of(result["content"]!.ToJsonString()));
    }

    [Fact]
    public async Task Nothing_found_is_a_sentence_and_a_stranger_finds_nothing()
    {
        await using var bot = await TeamsBot.Start();
        await bot.HandOver("ada");

        foreach (var query in new[] { Query(bot, SamplePod.Max, "zoe"), bot.As("nobody").Invoke("composeExtension/query", Value("ada")) })
        {
            var answer = await bot.Post(query);
            Assert.Equal("message", answer.Json["composeExtension"]!["type"]!.GetValue<string>());
            Assert.DoesNotContain("Example Ltd", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Lead_is_handed_over_from_the_compose_box()
    {
        await using var bot = await TeamsBot.Start();
        var max = bot.As(SamplePod.Max);

        var dialog = await bot.Post(max.Invoke("composeExtension/fetchTask", new JsonObject { ["commandId"] = "handOver", ["commandContext"] = "compose" }));
        var sending = max.Sending(dialog, ("email", "eve@example.com"), ("company.name", "Example Ltd"), ("lastName", "Example"));
        sending["name"] = "composeExtension/submitAction";
        sending["value"]!["commandId"] = "handOver";
        var sent = await bot.Post(sending);

        Assert.Equal("continue", sent.Type);
        Assert.Contains("The card is in the channel of EMEA.", FakeCard.Words(sent.Card), StringComparison.Ordinal);
        Assert.NotNull(await bot.Store.FindOpenLead(SamplePod.Emea.Id, "eve@example.com", null, TeamsBot.Ct));
    }

    [Fact]
    public async Task Own_field_with_the_longest_name_is_asked_for_and_shown_whole()
    {
        const string name = "Contract end as the customer has told us";
        await using var bot = await TeamsBot.Start();
        await bot.Store.SavePod((await bot.Store.FindPod(SamplePod.Emea.Id, TeamsBot.Ct))! with { RequiredFields = ["email", "fields." + name] }, TeamsBot.Ct);
        var max = bot.As(SamplePod.Max);
        var dialog = await bot.Post(max.Invoke("composeExtension/fetchTask", new JsonObject { ["commandId"] = "handOver" }));
        Assert.Equal(name, FakeCard.Input(dialog.Card, "fields." + name)["label"]!.GetValue<string>());

        await max.Send(dialog, ("email", "eve@example.com"), ("fields." + name, "March"));

        var lead = (await bot.Store.FindOpenLead(SamplePod.Emea.Id, "eve@example.com", null, TeamsBot.Ct))!.Lead;
        Assert.Contains(name + ": March", (await bot.CardOf(lead.Id)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seller_who_wants_to_hand_over_is_told_who_may()
    {
        await using var bot = await TeamsBot.Start();

        var answer = await bot.Post(bot.As(SamplePod.Rosa).Invoke("composeExtension/fetchTask", new JsonObject { ["commandId"] = "handOver" }));

        Assert.Equal("continue", answer.Type);
        Assert.Contains("arketing", FakeCard.Words(answer.Card), StringComparison.Ordinal);
    }

    private static JsonObject Query(TeamsBot bot, AlignmentBot.Domain.Roster.Member by, string typed) => bot.As(by).Invoke("composeExtension/query", Value(typed));

    private static JsonObject Value(string typed) => new()
    {
        ["commandId"] = "searchLeads", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = typed }), ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    };
}
