using System.Text.Json;
using System.Text.Json.Nodes;
using AlignmentBot.Bot.Intake.Description;
using AlignmentBot.Bot.Intake.Reading;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using NJsonSchema;

namespace AlignmentBot.Tests.Bot.Intake;

/// <summary>What the OpenAPI document promises is held against what the API does.</summary>
public sealed class OpenApiTests(ApiBot bot) : IClassFixture<ApiBot>
{
    [Fact]
    public async Task Document_is_open_and_names_every_endpoint()
    {
        var document = await Document();

        Assert.Equal(
            ["GET /api/leads", "GET /api/leads/{id}", "POST /api/leads", "POST /api/leads/batch", "POST /api/leads/{id}/outcomes"],
            Operations(document).Select(operation => operation.Name).Order(StringComparer.Ordinal));
        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["apiKey"]!["scheme"]);
    }

    [Fact]
    public async Task Every_endpoint_asks_for_the_key_and_names_its_problems()
    {
        foreach (var (name, operation) in Operations(await Document()))
        {
            Assert.True(operation["security"]!.AsArray().Count == 1, name);
            Assert.Contains("Needs the scope leads:", (string?)operation["description"], StringComparison.Ordinal);
            foreach (var status in new[] { "401", "403", "429" })
                Assert.Equal("#/components/schemas/Problem", (string?)operation["responses"]![status]!["content"]!["application/problem+json"]!["schema"]!["$ref"]);
        }
    }

    [Fact]
    public async Task Body_of_a_lead_has_exactly_the_fields_that_are_read()
    {
        var schemas = (await Document())["components"]!["schemas"]!;

        Assert.Equal(LeadReader.Names.Order(StringComparer.Ordinal), Names(schemas["LeadBody"]!).Order(StringComparer.Ordinal));
        Assert.Equal(
            BriefFields.Names.Where(name => name.StartsWith("company.", StringComparison.Ordinal)).Select(name => name["company.".Length..]).Order(StringComparer.Ordinal),
            Names(schemas["CompanyBody"]!).Order(StringComparer.Ordinal));
        Assert.Equal(["amount", "at", "currency", "outcome", "reason"], Names(schemas["OutcomeBody"]!).Order(StringComparer.Ordinal));
        Assert.Equal(OutcomeReader.Outcomes, schemas["OutcomeBody"]!["properties"]!["outcome"]!["enum"]!.AsArray().Select(value => (string)value!));
    }

    [Theory]
    [InlineData("""{"email":"ada@example.com"}""", true)]
    [InlineData("""{"externalId":"o-1","email":null,"company":null,"score":0,"fields":{"a":null}}""", true)]
    [InlineData("""{"externalId":"o-2","score":100,"activities":[{"at":"2026-11-20T09:14:00Z","kind":"page_visited"}]}""", true)]
    [InlineData("""{"emial":"ada@example.com"}""", false)]
    [InlineData("""{"externalId":"o-3","score":101}""", false)]
    [InlineData("""{"externalId":"o-3","score":"82"}""", false)]
    [InlineData("""{"externalId":"o-3","company":{"country":"GBR"}}""", false)]
    [InlineData("""{"externalId":"o-3","company":{"employees":-1}}""", false)]
    [InlineData("""{"externalId":"o-3","activities":[{"kind":"page_visited"}]}""", false)]
    [InlineData("""{"externalId":"o-3","fields":{"a":1}}""", false)]
    public async Task Schema_and_API_agree_on_a_lead(string body, bool fine)
    {
        var schema = await Schema("LeadBody");

        var reply = await bot.Post("/api/leads", body);

        Assert.Equal(fine, schema.Validate(body).Count == 0);
        Assert.Equal(fine, reply.Status is 200 or 201);
    }

    [Fact]
    public async Task Examples_fit_their_schemas()
    {
        Assert.Empty((await Schema("LeadBody")).Validate(ApiExamples.Lead.ToJsonString()));
        Assert.Empty((await Schema("OutcomeBody")).Validate(ApiExamples.Outcome.ToJsonString()));
    }

    [Fact]
    public async Task Example_of_a_problem_is_what_is_answered()
    {
        var example = Operations(await Document()).Single(operation => operation.Name == "POST /api/leads").Operation["responses"]!["422"]!["content"]!["application/problem+json"]!["example"]!;

        var reply = await bot.Post("/api/leads", """{"email":"ada.example.com","score":820}""");

        Assert.True(JsonNode.DeepEquals(example, JsonNode.Parse(reply.Body)), reply.Body);
    }

    [Fact]
    public async Task Answers_fit_their_schemas()
    {
        var lead = await bot.HandOver("answers");
        await bot.Do(lead, SamplePod.Rosa, new LeadCommand.Reject(SamplePod.NoBudget));

        await Fits("LeadAnswer", (await bot.Post("/api/leads", """{"externalId":"fits-1"}""")).Body);
        await Fits("LeadDetail", (await bot.Get($"/api/leads/{lead}")).Body);
        await Fits("LeadList", (await bot.Get("/api/leads?limit=1")).Body);
        await Fits("Problem", (await bot.Post("/api/leads", """{"email":"x"}""")).Body);
        await Fits("Problem", (await bot.Get("/api/leads?limit=0")).Body);
        await Fits("Problem", (await bot.Get("/api/leads/2222222222")).Body);
        await Fits("BatchAnswer", (await bot.Post("/api/leads/batch", """{"email":"x"}""", contentType: "application/x-ndjson")).Body);
    }

    private async Task Fits(string name, string json)
    {
        var properties = Names((await Document())["components"]!["schemas"]![name]!);
        Assert.Empty(JsonDocument.Parse(json).RootElement.EnumerateObject().Select(field => field.Name).Except(properties, StringComparer.Ordinal));
        Assert.Empty((await Schema(name)).Validate(json));
    }

    private async Task<JsonNode> Document() => JsonNode.Parse((await bot.Get("/openapi/v1.json", key: null)).Body)!;

    /// <summary>A schema of the document with what it refers to.</summary>
    private async Task<JsonSchema> Schema(string name)
    {
        var schemas = (await Document())["components"]!["schemas"]!;
        var schema = schemas[name]!.DeepClone();
        schema["definitions"] = schemas.DeepClone();
        return await JsonSchema.FromJsonAsync(schema.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal), ApiBot.Ct);
    }

    private static IReadOnlyList<string> Names(JsonNode schema) => schema["properties"]!.AsObject().Select(property => property.Key).ToList();

    private static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!);
}
