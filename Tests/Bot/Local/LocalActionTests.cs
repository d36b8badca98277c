using System.Net;
using System.Text;
using System.Text.Json;
using AlignmentBot.Cards;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Local;

public sealed class LocalActionTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bot = await LocalKit.Start();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Rep_accepts()
    {
        var (lead, _) = await LocalKit.HandOver(bot);
        using var rosa = await LocalClient.Open(bot, "rosa");

        var answer = await rosa.Click(ActionIds.Accept, lead.Value);

        Assert.Equal("redraw", Kind(answer));
        Assert.Equal(["HandedOver", "Accepted"], await LocalKit.Facts(bot, lead));
    }

    [Fact]
    public async Task Same_press_sent_twice_counts_once()
    {
        var (lead, _) = await LocalKit.HandOver(bot);
        using var rosa = await LocalClient.Open(bot, "rosa");
        await rosa.Click(ActionIds.Accept, lead.Value, "press-1");

        var again = await rosa.Click(ActionIds.Accept, lead.Value, "press-1");

        Assert.Equal("redraw", Kind(again));
        Assert.Equal(["HandedOver", "Accepted"], await LocalKit.Facts(bot, lead));
    }

    [Fact]
    public async Task Of_two_who_press_at_once_one_wins_and_the_other_hears_who()
    {
        var (lead, _) = await LocalKit.HandOver(bot);
        using var rosa = await LocalClient.Open(bot, "rosa");
        using var sam = await LocalClient.Open(bot, "sam");

        var answers = await Task.WhenAll(rosa.Click(ActionIds.Accept, lead.Value, "r"), sam.Click(ActionIds.Accept, lead.Value, "s"));

        Assert.Equal(["redraw", "say"], answers.Select(Kind).Order(StringComparer.Ordinal));
        Assert.Contains(answers, answer => Kind(answer) == "say" && answer.GetProperty("text").GetString()!.Contains("It is in good hands.", StringComparison.Ordinal));
        Assert.Equal(["HandedOver", "Accepted"], await LocalKit.Facts(bot, lead));
    }

    [Fact]
    public async Task Unknown_button_is_answered_with_what_to_do()
    {
        using var rosa = await LocalClient.Open(bot, "rosa");

        var answer = await rosa.Click("lead.fly.v1", "adaxxxxxxx");

        Assert.Equal("say", Kind(answer));
        Assert.Equal("warning", answer.GetProperty("tone").GetString());
        Assert.Contains("older card", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sample", "nobody")]
    [InlineData("elsewhere", "sample-rosa")]
    public async Task Persona_that_is_not_on_the_roster_is_refused(string pod, string persona)
    {
        using var rosa = await LocalClient.Open(bot, "rosa");

        using var response = await rosa.Post("command", new { pod, persona, delivery = "d1", text = "help" });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Nobody active in this pod goes by this name any more. Choose who you are, then try again.", await LocalClient.Detail(response));
    }

    [Fact]
    public async Task Persona_who_has_left_the_roster_is_refused()
    {
        using var rosa = await LocalClient.Open(bot, "rosa");
        var member = (await bot.Store.FindMember(new("sample-rosa"), Ct))!;
        await bot.Store.SaveMember(member with { Active = false }, Ct);

        using var response = await rosa.Post("command", new { pod = "sample", persona = "sample-rosa", delivery = "d1", text = "help" });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"pod":"sample","persona":"sample-rosa","delivery":"","action":"a","value":"v"}""")]
    [InlineData("""{"pod":"sample","persona":"sample-rosa","delivery":null,"action":"a","value":"v"}""")]
    [InlineData("""{"pod":"sample","persona":"sample-rosa","delivery":"d1","action":"a"}""")]
    public async Task What_cannot_be_read_is_refused(string body)
    {
        using var rosa = await LocalClient.Open(bot, "rosa");

        using var response = await rosa.Send("click", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("What was sent could not be read. Reload the page, then try again.", await LocalClient.Detail(response));
    }

    [Fact]
    public async Task More_than_any_form_fills_is_refused()
    {
        using var rosa = await LocalClient.Open(bot, "rosa");

        using var response = await rosa.Post("command", new { pod = "sample", persona = "sample-rosa", delivery = "d1", text = new string('x', 70_000) });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Rejecting_asks_why_and_says_what_is_wrong_at_the_field()
    {
        var (lead, _) = await LocalKit.HandOver(bot);
        using var rosa = await LocalClient.Open(bot, "rosa");

        var asked = await rosa.Click(ActionIds.RejectForm, lead.Value);
        var wrong = await rosa.Form(FormIds.Reject, lead.Value, new { note = "hm" }, "d2");
        var done = await rosa.Form(FormIds.Reject, lead.Value, new { reason = "no_budget", note = " " }, "d3");

        Assert.Equal("ask", Kind(asked));
        Assert.Contains("name=\"reason\"", asked.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal("correct", Kind(wrong));
        Assert.Equal("reason", wrong.GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Equal("redraw", Kind(done));
        Assert.Equal(["HandedOver", "Rejected"], await LocalKit.Facts(bot, lead));
    }

    [Theory]
    [InlineData(ActionIds.ReleaseForm, "Released")]
    [InlineData(ActionIds.LoseForm, "Lost")]
    [InlineData(ActionIds.OpportunityForm, "OpportunityOpened")]
    [InlineData(ActionIds.WinForm, "Won")]
    public async Task Form_that_a_button_opens_is_taken_when_it_comes_back_filled_in(string button, string fact)
    {
        var (lead, _) = await LocalKit.HandOver(bot);
        using var rosa = await LocalClient.Open(bot, "rosa");
        await rosa.Click(ActionIds.Accept, lead.Value);
        if (button is not ActionIds.ReleaseForm)
        {
            await rosa.Click(ActionIds.Contacted, lead.Value, "d2");
            await rosa.Click(ActionIds.Qualified, lead.Value, "d3");
        }

        var form = await LocalClient.Fields(await rosa.Click(button, lead.Value, "d4"));
        var answers = form.Where(field => field.Key is not ("form" or "value")).ToDictionary(field => field.Key, field => Filled(field.Key));
        var answer = await rosa.Form(form["form"], form["value"], answers, "d5");

        Assert.Equal("redraw", Kind(answer));
        Assert.Equal(fact, (await LocalKit.Facts(bot, lead))[^1]);
    }

    [Theory]
    [InlineData("/mql help", "show")]
    [InlineData("help", "show")]
    [InlineData("/MQL", "show")]
    [InlineData("/mql leads", "show")]
    [InlineData("Leads", "show")]
    [InlineData("/mql hlep", "say")]
    public async Task Composer_takes_commands_with_or_without_the_word(string typed, string kind)
    {
        using var rosa = await LocalClient.Open(bot, "rosa");

        Assert.Equal(kind, Kind(await rosa.Command(typed)));
    }

    [Theory]
    [InlineData("hello everybody")]
    [InlineData("/leads")]
    [InlineData(" ")]
    public async Task Anything_else_in_the_composer_is_answered_with_what_it_is_for(string typed)
    {
        using var rosa = await LocalClient.Open(bot, "rosa");

        var answer = await rosa.Command(typed);

        Assert.StartsWith("This box takes commands.", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_lead_is_added_once_per_press_and_is_somebody_else_each_time()
    {
        using var rosa = await LocalClient.Open(bot, "rosa");

        await rosa.AddSample("p1");
        await rosa.AddSample("p1");
        await rosa.AddSample("p2");

        var leads = (await bot.Store.ListLeads(new(new("sample"), [], null, null, 10), Ct)).Leads;
        Assert.Equal(2, leads.Count);
        Assert.Equal(2, leads.Select(lead => lead.Lead.Brief.EmailKey).Distinct(StringComparer.Ordinal).Count());
    }

    private static string Filled(string field) => field switch
    {
        FieldNames.Amount => "12000",
        FieldNames.Currency => "EUR",
        _ => "They are with somebody else.",
    };

    private static string Kind(JsonElement answer) => answer.GetProperty("kind").GetString()!;
}
