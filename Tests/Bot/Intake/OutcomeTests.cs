using AlignmentBot.Bot.Intake.Description;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Intake;

public sealed class OutcomeTests(ApiBot bot) : IClassFixture<ApiBot>
{
    [Theory]
    [InlineData("""{"outcome":"contacted"}""", "contacted")]
    [InlineData("""{"outcome":"qualified","at":"2026-11-20T10:00:00+01:00"}""", "qualified")]
    [InlineData("""{"outcome":"opportunity","amount":12000.50,"currency":"EUR"}""", "opportunity")]
    [InlineData("""{"outcome":"won","amount":0,"currency":"EUR"}""", "won")]
    [InlineData("""{"outcome":"won"}""", "won")]
    [InlineData("""{"outcome":"lost","reason":"Chose another vendor"}""", "lost")]
    public async Task Outcome_of_an_accepted_lead_is_taken(string body, string state)
    {
        var lead = await Accepted("taken");

        var reply = await Report(lead, body);

        Assert.Equal((200, state), (reply.Status, reply.Text("status")));
        Assert.Equal(state, (await bot.Get($"/api/leads/{lead}")).Text("state"));
        await Report(lead, """{"outcome":"lost","reason":"Ends the test"}""");
    }

    [Fact]
    public async Task Documented_outcome_is_read_as_written()
    {
        var lead = await Accepted("documented");
        var example = ApiExamples.Outcome;
        example["at"] = "2026-11-20T09:00:00Z";

        await Report(lead, example.ToJsonString());

        var read = (await bot.Get($"/api/leads/{lead}")).Json;
        Assert.Equal((12000m, "EUR"), (read.GetProperty("amount").GetDecimal(), read.GetProperty("currency").GetString()));
        Assert.Equal(["handed_over", "accepted", "contacted", "qualified", "opportunity_opened"], read.GetProperty("history").EnumerateArray().Select(e => e.GetProperty("what").GetString()));
    }

    [Theory]
    [InlineData("""{}""", "#/outcome: This says what became of the lead. Give one of contacted, qualified, opportunity, won, lost.")]
    [InlineData("""{"outcome":"wonn"}""", "#/outcome: \"wonn\": It must be one of contacted, qualified, opportunity, won, lost. Did you mean won?")]
    [InlineData("""{"outcome":"won","amuont":1}""", "#/amuont: There is no field \"amuont\" here. Did you mean amount?")]
    [InlineData("""{"outcome":"contacted","at":"yesterday"}""", "#/at: \"yesterday\": It must be a moment with its time zone, such as 2026-11-20T09:14:00Z.")]
    [InlineData("""{"outcome":"won","amount":-1,"currency":"EUR"}""", "#/amount: This is the number -1. It must be a number from 0 to 1000000000000.")]
    [InlineData("""{"outcome":"won","amount":1e400,"currency":"EUR"}""", "#/amount: This is the number 1e400. It must be a number from 0 to 1000000000000.")]
    [InlineData("""{"outcome":"won","amount":"12","currency":"EUR"}""", "#/amount: This is the text \"12\". It must be a number from 0 to 1000000000000.")]
    [InlineData("""{"outcome":"won","amount":12}""", "#/currency: An amount needs its currency, such as EUR.")]
    [InlineData("""{"outcome":"won","currency":"EUR"}""", "#/amount: A currency needs its amount.")]
    [InlineData("""{"outcome":"won","amount":12,"currency":"euro"}""", "#/currency: \"euro\": It must be a currency as three capital letters, such as EUR.")]
    [InlineData("""{"outcome":"lost"}""", "#/reason: A lost lead needs a reason, such as Chose another vendor.")]
    [InlineData("""{"outcome":"won","reason":"Good price"}""", "#/reason: The outcome won has no reason; only lost has one. Leave it out.")]
    public async Task Wrong_report_is_named(string body, string expected)
    {
        var reply = await Report(new LeadId("2222222222"), body);

        Assert.Equal(422, reply.Status);
        Assert.Equal([expected], reply.Errors);
    }

    [Fact]
    public async Task Contact_has_no_amount()
    {
        var reply = await Report(new LeadId("2222222222"), """{"outcome":"contacted","amount":1,"currency":"EUR"}""");

        Assert.Equal(
            ["#/amount: The outcome contacted has no amount; only opportunity and won have one. Leave it out.", "#/currency: The outcome contacted has no amount; only opportunity and won have one. Leave it out."],
            reply.Errors);
    }

    [Fact]
    public async Task Unknown_lead_is_not_found()
    {
        var reply = await Report(new LeadId("2222222222"), """{"outcome":"won"}""");

        Assert.Equal((404, "no_such_lead"), (reply.Status, reply.Code));
        Assert.Equal("There is no lead \"2222222222\". Check the id that was answered when the lead was handed over.", reply.Detail);
    }

    [Fact]
    public async Task Lead_that_nobody_accepted_has_no_outcome_yet()
    {
        var lead = await bot.HandOver("early");

        var reply = await Report(lead, """{"outcome":"contacted"}""");

        Assert.Equal((409, "not_accepted_yet"), (reply.Status, reply.Code));
        Assert.Equal("The lead is offered: nobody has accepted it yet. Report outcomes once a rep has.", reply.Detail);
    }

    [Fact]
    public async Task Lead_that_has_ended_takes_no_more()
    {
        var lead = await Accepted("ended");
        await Report(lead, """{"outcome":"won"}""");

        var reply = await Report(lead, """{"outcome":"contacted"}""");

        Assert.Equal((409, "too_far_along"), (reply.Status, reply.Code));
        Assert.Equal("The lead is won by now, so this outcome can no longer be reported.", reply.Detail);
    }

    [Theory]
    [InlineData("2026-11-20T09:00:01Z")]
    [InlineData("2026-11-20T08:59:59Z")]
    public async Task Impossible_moment_is_refused(string at)
    {
        var lead = await Accepted("moment");

        var reply = await Report(lead, $$"""{"outcome":"contacted","at":"{{at}}"}""");

        Assert.Equal((409, "impossible_moment"), (reply.Status, reply.Code));
        Assert.Equal($"{at} cannot be right: the step before was at 2026-11-20T09:00:00Z, and now it is 2026-11-20T09:00:00Z. Give a moment between the two.", reply.Detail);
        await Report(lead, """{"outcome":"lost","reason":"Ends the test"}""");
    }

    [Fact]
    public async Task Clocks_show_which_promise_ran_when()
    {
        await using var own = await ApiBot.Start();
        var lead = await own.HandOver("clock");
        own.Time.Advance(Duration.FromMinutes(10));
        await own.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());

        var clocks = (await own.Get($"/api/leads/{lead}")).Json.GetProperty("clocks");

        Assert.Equal(
            """[{"clause":"decide","side":"sales","startedAt":"2026-11-20T09:00:00Z","dueAt":"2026-11-20T10:00:00Z","stoppedAt":"2026-11-20T09:10:00Z","state":"kept","target":"PT1H","workingSeconds":600,"rawSeconds":600,"agreementVersion":1},"""
            + """{"clause":"firstContact","side":"sales","startedAt":"2026-11-20T09:10:00Z","dueAt":"2026-11-20T13:10:00Z","stoppedAt":null,"state":"running","target":"PT4H","workingSeconds":0,"rawSeconds":0,"agreementVersion":1}]""",
            clocks.GetRawText());
    }

    [Theory]
    [InlineData(60, "running", 3600)]
    [InlineData(61, "breached", 3660)]
    public async Task A_clock_is_broken_only_after_it_was_due(int minutes, string state, int workingSeconds)
    {
        await using var own = await ApiBot.Start();
        var lead = await own.HandOver("late");
        own.Time.Advance(Duration.FromMinutes(minutes));

        var clock = (await own.Get($"/api/leads/{lead}")).Json.GetProperty("clocks")[0];

        Assert.Equal((state, workingSeconds), (clock.GetProperty("state").GetString(), clock.GetProperty("workingSeconds").GetInt32()));
    }

    [Fact]
    public async Task A_clock_rests_while_nobody_works()
    {
        await using var own = await ApiBot.Start();
        own.Time.Advance(Duration.FromHours(7));
        var lead = await own.HandOver("friday");
        own.Time.Advance(Duration.FromHours(20));

        var clock = (await own.Get($"/api/leads/{lead}")).Json.GetProperty("clocks")[0];

        Assert.Equal(
            ("paused", "2026-11-23T08:30:00Z", 1800, 72000),
            (clock.GetProperty("state").GetString(), clock.GetProperty("dueAt").GetString(), clock.GetProperty("workingSeconds").GetInt32(), clock.GetProperty("rawSeconds").GetInt32()));
    }

    private Task<Reply> Report(LeadId lead, string body) => bot.Post($"/api/leads/{lead}/outcomes", body);

    private async Task<LeadId> Accepted(string person)
    {
        var lead = await bot.HandOver(person);
        await bot.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());
        return lead;
    }
}
