using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Intake;

public sealed class ReadTests(ApiBot bot) : IClassFixture<ApiBot>
{
    [Fact]
    public async Task Rejected_lead_says_why_and_who()
    {
        var lead = await bot.HandOver("why");
        await bot.Do(lead, SamplePod.Rosa, new LeadCommand.Reject(SamplePod.NoBudget));

        var read = (await bot.Get($"/api/leads/{lead}")).Json;

        Assert.Equal("rejected", read.GetProperty("state").GetString());
        Assert.Equal("""{"family":"definitional","code":"no_budget","note":"They said next year."}""", read.GetProperty("reason").GetRawText());
        var happened = read.GetProperty("history")[1];
        Assert.Equal(
            ("rejected", "slack", "Rosa", "no_budget"),
            (happened.GetProperty("what").GetString(), happened.GetProperty("door").GetString(), happened.GetProperty("by").GetProperty("name").GetString(), happened.GetProperty("reason").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Accepted_lead_names_its_owner()
    {
        var lead = await bot.HandOver("owned");
        await bot.Do(lead, SamplePod.Sam, new LeadCommand.Accept());

        var read = (await bot.Get($"/api/leads/{lead}")).Json;

        Assert.Equal("""{"name":"Sam","email":"sam@example.com"}""", read.GetProperty("owner").GetRawText());
    }

    [Fact]
    public async Task Unknown_lead_is_not_found()
    {
        var reply = await bot.Get("/api/leads/2222222222");

        Assert.Equal((404, "no_such_lead", "application/problem+json"), (reply.Status, reply.Code, reply.ContentType));
    }

    [Fact]
    public async Task List_is_read_page_by_page_newest_first()
    {
        await using var own = await ApiBot.Start();
        var handedOver = new List<LeadId>();
        foreach (var person in new[] { "p1", "p2", "p3", "p4", "p5" })
        {
            handedOver.Insert(0, await own.HandOver(person));
            own.Time.Advance(Duration.FromMinutes(1));
        }

        var read = new List<string?>();
        var sizes = new List<int>();
        for (var path = "/api/leads?limit=2"; path is not null;)
        {
            var page = (await own.Get(path)).Json;
            read.AddRange(page.GetProperty("leads").EnumerateArray().Select(lead => lead.GetProperty("id").GetString()));
            sizes.Add(page.GetProperty("leads").GetArrayLength());
            path = page.TryGetProperty("next", out var next) ? $"/api/leads?limit=2&cursor={next.GetString()}" : null;
        }

        Assert.Equal(handedOver.Select(id => id.Value), read);
        Assert.Equal([2, 2, 1], sizes);
    }

    [Fact]
    public async Task List_is_narrowed_by_state_and_pod()
    {
        await using var own = await ApiBot.Start();
        await own.Store.SavePod(SamplePod.Apac, ApiBot.Ct);
        await own.Post("/api/leads", """{"pod":"emea","email":"o@example.com","company":{"name":"E"}}""");
        await own.Post("/api/leads", """{"pod":"emea","email":"i@example.com"}""");
        await own.Post("/api/leads", """{"pod":"apac","email":"a@example.com","company":{"name":"E"}}""");

        async Task<string> Emails(string query) => string.Join(' ', (await own.Get("/api/leads?" + query)).Json.GetProperty("leads").EnumerateArray()
            .Select(lead => lead.GetProperty("brief").GetProperty("email").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("i@example.com", await Emails("state=incomplete"));
        Assert.Equal("o@example.com", await Emails("state=offered&pod=emea"));
        Assert.Equal("a@example.com i@example.com o@example.com", await Emails("state=offered,incomplete"));
        Assert.Equal("a@example.com i@example.com o@example.com", await Emails("state=offered&state=incomplete"));
        Assert.Equal("a@example.com", await Emails("pod=apac"));
    }

    [Theory]
    [InlineData("limit=0", "limit: \"0\": It must be a whole number from 1 to 200.")]
    [InlineData("limit=201", "limit: \"201\": It must be a whole number from 1 to 200.")]
    [InlineData("limit=ten", "limit: \"ten\": It must be a whole number from 1 to 200.")]
    [InlineData("limit=1&limit=2", "limit: This parameter comes twice. Send it once.")]
    [InlineData("cursor=%21", "cursor: \"!\": Give what was answered as next, unchanged.")]
    [InlineData("cursor=AAAA", "cursor: \"AAAA\": Give what was answered as next, unchanged.")]
    [InlineData("state=offred", "state: \"offred\": There is no such state. Did you mean offered? Known: incomplete, offered, accepted, contacted, qualified, opportunity, won, lost, rejected, recycled.")]
    [InlineData("pod=emae", "pod: \"emae\": There is no such pod. Did you mean emea?")]
    [InlineData("stat=won", "stat: There is no such parameter. Did you mean state? Known: pod, state, cursor, limit.")]
    public async Task Wrong_parameter_is_named(string query, string expected)
    {
        var reply = await bot.Get("/api/leads?" + query);

        Assert.Equal((400, "wrong_query"), (reply.Status, reply.Code));
        Assert.Equal([expected], reply.Errors);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(200, 200)]
    public async Task Limit_is_from_1_to_200(int limit, int status) => Assert.Equal(status, (await bot.Get($"/api/leads?limit={limit}")).Status);
}
