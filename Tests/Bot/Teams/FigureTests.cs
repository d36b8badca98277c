using System.Text.Json.Nodes;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>Figures by command in Teams: the same numbers as elsewhere, drawn with Teams' own charts.</summary>
public sealed class FigureTests
{
    [Fact]
    public async Task Stats_draw_a_chart_of_Teams_with_its_title_and_words_for_clients_without()
    {
        await using var bot = await WithLeads();

        var stats = await Answer(bot, Rosa, "stats");

        Assert.Contains("Handed over", stats.Words, StringComparison.Ordinal);
        var charts = Charts(stats.Card).ToList();
        Assert.NotEmpty(charts);
        Assert.All(charts, chart =>
        {
            Assert.True(chart["showTitle"]!.GetValue<bool>());
            Assert.NotEmpty(chart["title"]!.GetValue<string>());
            Assert.NotNull(chart["fallback"]);
        });
    }

    [Theory]
    [InlineData("funnel", "Funnel")]
    [InlineData("reasons", "Why leads were rejected")]
    [InlineData("scorecard", "Scorecard")]
    [InlineData("stats me", "Rosa")]
    [InlineData("stats define", "What the figures mean")]
    public async Task Each_command_answers_in_the_channel_with_a_card_of_its_own(string command, string words)
    {
        await using var bot = await WithLeads();

        Assert.Contains(words, (await Answer(bot, Rosa, command)).Words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Fairness_is_for_team_leads_and_opens_for_them_alone()
    {
        await using var bot = await WithLeads();

        Assert.Contains("only team leads see it", (await Answer(bot, Rosa, "fairness")).Words, StringComparison.Ordinal);
        var button = Assert.Single((await Answer(bot, Mona, "fairness")).Buttons);
        var opened = await bot.As(Mona).Open(button.Verb, button.Value);

        Assert.Equal(ActionIds.RunCommand, button.Verb);
        Assert.Contains("How leads are shared", opened.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_gives_its_link_to_the_one_who_asks_alone()
    {
        await using var bot = await WithLeads("--PublicUrl=https://bot.example.com");

        var said = await Answer(bot, Rosa, "export");
        var button = Assert.Single(said.Buttons);

        Assert.DoesNotContain("bot.example.com", said.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("https://bot.example.com/export/", (await bot.As(Rosa).Open(button.Verb, button.Value)).Body, StringComparison.Ordinal);
    }

    private static async Task<TeamsBot> WithLeads(params string[] more)
    {
        var bot = await TeamsBot.Start(null, more);
        await bot.Service<DevClock>().MoveTo(Morning, TeamsBot.Ct);
        foreach (var person in new[] { "ada", "ben", "cat", "dan", "eve", "fay" })
            await bot.CardOf(await bot.HandOver(person));
        foreach (var person in new[] { "ada", "ben", "cat", "dan" })
            await bot.As(Rosa).Press(ActionIds.Accept, new(person.PadRight(10, 'x')), "token-" + person);
        var reject = await bot.As(Rosa).Open(ActionIds.RejectForm, "evexxxxxxx");
        await bot.As(Rosa).Send(reject, (FieldNames.Reason, "no_budget"), (FieldNames.Note, "Next year."));
        return bot;
    }

    /// <summary>The bot's answer in the channel, the lead cards left out.</summary>
    private static async Task<FakeTeamsMessage> Answer(TeamsBot bot, Member by, string command)
    {
        var before = bot.Teams.In(TeamsBot.Channel).Count;
        await bot.As(by).Say(command);
        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Count > before);
        return bot.Teams.In(TeamsBot.Channel)[^1];
    }

    private static IEnumerable<JsonObject> Charts(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(property => Charts(property.Value))
            .Concat(part["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name.StartsWith("Chart.", StringComparison.Ordinal) ? [part] : []),
        JsonArray list => list.SelectMany(Charts),
        _ => [],
    };
}
