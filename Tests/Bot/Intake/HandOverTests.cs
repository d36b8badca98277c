using AlignmentBot.Bot.Intake.Description;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Intake;

public sealed class HandOverTests(ApiBot bot) : IClassFixture<ApiBot>
{
    [Fact]
    public async Task Documented_lead_is_offered()
    {
        var reply = await bot.Post("/api/leads", ApiExamples.Lead.ToJsonString());

        Assert.Equal(201, reply.Status);
        Assert.Equal("offered", reply.Text("status"));
        Assert.Equal($"{bot.Http.BaseAddress}api/leads/{reply.Text("id")}", reply.Text("url"));
        Assert.Equal(reply.Text("url"), reply.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Every_field_of_the_documented_lead_is_kept()
    {
        var example = ApiExamples.Lead;
        example["email"] = "kept@example.com";
        example["externalId"] = "kept-1";
        var reply = await bot.Post("/api/leads", example.ToJsonString());

        var read = await bot.Get(reply.Text("url"));

        example.Remove("pod");
        example.Remove("owner");
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(example, System.Text.Json.Nodes.JsonNode.Parse(read.Json.GetProperty("brief").GetRawText())), read.Body);
        Assert.Equal("emea", read.Text("pod"));
        Assert.Equal("rosa@example.com", read.Json.GetProperty("reservedFor").GetProperty("email").GetString());
    }

    [Fact]
    public async Task Lead_without_required_fields_is_incomplete()
    {
        var reply = await bot.Post("/api/leads", """{"firstName":"Bea","phone":"+31 20 555 0000"}""");

        Assert.Equal(201, reply.Status);
        Assert.Equal("incomplete", reply.Text("status"));
        Assert.Equal(["email", "company.name"], reply.Json.GetProperty("missing").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Same_person_with_an_open_lead_is_merged_onto_it()
    {
        var first = await bot.HandOver("cleo");

        var reply = await bot.Post("/api/leads", """{"email":" Cleo+news@Example.com ","title":"CFO"}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal("merged", reply.Text("status"));
        Assert.Equal(first.Value, reply.Text("id"));
        Assert.Equal("CFO", (await bot.Store.FindLead(first, ApiBot.Ct))!.Lead.Brief.Title);
    }

    [Fact]
    public async Task Same_external_id_without_a_mail_address_is_merged()
    {
        var first = await bot.Post("/api/leads", """{"externalId":"hs-77","firstName":"Dan"}""");

        var second = await bot.Post("/api/leads", """{"externalId":"hs-77","phone":"+31 20 555 0001"}""");

        Assert.Equal("merged", second.Text("status"));
        Assert.Equal(first.Text("id"), second.Text("id"));
    }

    [Fact]
    public async Task Person_whose_lead_has_ended_gets_a_new_one()
    {
        var first = await bot.HandOver("ed");
        await bot.Do(first, SamplePod.Rosa, new LeadCommand.Accept());
        await bot.Post($"/api/leads/{first}/outcomes", """{"outcome":"lost","reason":"Chose another vendor"}""");

        var second = await bot.HandOver("ed");

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Twenty_posts_of_one_person_at_once_make_one_lead()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            bot.Post("/api/leads", """{"email":"race@example.com","company":{"name":"Example Ltd"}}""")));

        Assert.Single(replies, reply => reply is { Status: 201 });
        Assert.Equal(19, replies.Count(reply => reply.Status == 200 && reply.Text("status") == "merged"));
        Assert.Single(replies.Select(reply => reply.Text("id")).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Unknown_pod_is_named_with_the_known_ones()
    {
        var reply = await bot.Post("/api/leads", """{"pod":"emae","email":"fay@example.com"}""");

        Assert.Equal(422, reply.Status);
        Assert.Equal(["#/pod: There is no pod \"emae\". Did you mean emea? Known: emea."], reply.Errors);
    }

    [Theory]
    [InlineData("nobody@example.com", "is not on the roster")]
    [InlineData("gus@example.com", "has left the roster")]
    [InlineData("max@example.com", "is on the marketing side")]
    public async Task Owner_who_cannot_take_leads_is_refused(string owner, string why)
    {
        var reply = await bot.Post("/api/leads", $$"""{"email":"gil@example.com","owner":"{{owner}}"}""");

        Assert.Equal(422, reply.Status);
        Assert.Equal([$"#/owner: \"{owner}\" {why} of pod emea. The owner must be an active member of its sales side."], reply.Errors);
    }

    [Fact]
    public async Task Only_the_named_owner_or_a_pod_lead_accepts()
    {
        var reply = await bot.Post("/api/leads", """{"email":"hal@example.com","company":{"name":"Example Ltd"},"owner":"Rosa@example.com"}""");
        var lead = new AlignmentBot.Domain.LeadId(reply.Text("id"));

        var other = await bot.Do(lead, SamplePod.Sam, new LeadCommand.Accept());
        var named = await bot.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());

        Assert.IsType<Refusal.Reserved>(Assert.IsType<AlignmentBot.Bot.Handlers.Leads.DeskResult.Refused>(other).Why);
        Assert.IsType<AlignmentBot.Bot.Handlers.Leads.DeskResult.Done>(named);
    }

    [Fact]
    public async Task Pod_must_be_named_when_there_are_several()
    {
        await using var two = await ApiBot.Start();
        await two.Store.SavePod(SamplePod.Apac, ApiBot.Ct);

        var reply = await two.Post("/api/leads", """{"email":"ivy@example.com"}""");

        Assert.Equal(422, reply.Status);
        Assert.Equal(["#/pod: There are 2 pods, so the lead must say which one: apac, emea."], reply.Errors);
    }

    [Fact]
    public async Task Same_person_at_another_pod_is_another_lead()
    {
        await using var two = await ApiBot.Start();
        await two.Store.SavePod(SamplePod.Apac, ApiBot.Ct);

        var emea = await two.Post("/api/leads", """{"pod":"emea","email":"joe@example.com"}""");
        var apac = await two.Post("/api/leads", """{"pod":"apac","email":"joe@example.com"}""");

        Assert.Equal((201, 201), (emea.Status, apac.Status));
    }

    [Fact]
    public async Task Configured_public_address_starts_the_url()
    {
        await using var behind = await ApiBot.Start("--PublicUrl", "https://leads.example.com/bot/");

        var reply = await behind.Post("/api/leads", """{"email":"kim@example.com"}""");

        Assert.Equal($"https://leads.example.com/bot/api/leads/{reply.Text("id")}", reply.Text("url"));
    }
}
