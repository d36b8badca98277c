using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace AlignmentBot.Bot.Intake.Description;

/// <summary>Examples of bodies and answers. A test posts the bodies and compares the answers.</summary>
public static class ApiExamples
{
    public static JsonObject Lead => new()
    {
        ["externalId"] = "hs-123",
        ["pod"] = "emea",
        ["firstName"] = "Ada",
        ["lastName"] = "Byron",
        ["title"] = "CTO",
        ["email"] = "ada@example.com",
        ["phone"] = "+44 20 7946 0000",
        ["company"] = new JsonObject { ["name"] = "Example Ltd", ["domain"] = "example.com", ["industry"] = "Software", ["employees"] = 250, ["country"] = "GB" },
        ["source"] = "webinar",
        ["campaign"] = "Q4 webinar",
        ["marketer"] = "max@example.com",
        ["owner"] = "rosa@example.com",
        ["score"] = 82,
        ["activities"] = new JsonArray(new JsonObject { ["at"] = "2026-11-20T09:14:00Z", ["kind"] = "page_visited", ["detail"] = "Pricing" }),
        ["notes"] = "Asked for a demo",
        ["fields"] = new JsonObject { ["budget"] = "50k" },
    };

    public static JsonObject Outcome => new()
    {
        ["outcome"] = "opportunity",
        ["at"] = "2026-11-27T15:00:00Z",
        ["amount"] = 12000,
        ["currency"] = "EUR",
    };

    private static JsonObject WrongFields => new()
    {
        ["type"] = "about:blank",
        ["title"] = "Unprocessable Entity",
        ["status"] = 422,
        ["detail"] = "2 fields are wrong; nothing was done.",
        ["code"] = "wrong_fields",
        ["errors"] = new JsonArray(
            new JsonObject { ["pointer"] = "#/email", ["detail"] = "\"ada.example.com\": It must be a mail address such as ada@example.com, at most 254 characters." },
            new JsonObject { ["pointer"] = "#/score", ["detail"] = "This is the number 820. It must be a whole number from 0 to 100." }),
    };

    public static void Fill(OpenApiOperation operation)
    {
        switch (operation.OperationId)
        {
            case "handOverLead":
                Body(operation, Lead);
                Answer(operation, "201", Taken("offered"));
                Answer(operation, "200", Taken("merged"));
                break;
            case "handOverLeads":
                Body(operation, Lead);
                Answer(operation, "200", new JsonObject { ["line"] = 1, ["status"] = "offered", ["id"] = "ab12cd34ef", ["url"] = "http://127.0.0.1:5080/api/leads/ab12cd34ef" });
                break;
            case "reportOutcome":
                Body(operation, Outcome);
                Answer(operation, "200", Taken("opportunity"));
                break;
        }

        Answer(operation, "422", WrongFields);
    }

    private static JsonObject Taken(string status) => new()
    {
        ["id"] = "ab12cd34ef",
        ["status"] = status,
        ["url"] = "http://127.0.0.1:5080/api/leads/ab12cd34ef",
    };

    private static void Body(OpenApiOperation operation, JsonNode example)
    {
        foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            content.Example = example.DeepClone();
    }

    private static void Answer(OpenApiOperation operation, string status, JsonNode example)
    {
        if (operation.Responses is null || !operation.Responses.TryGetValue(status, out var response))
            return;
        foreach (var content in response.Content?.Values ?? [])
            content.Example = example.DeepClone();
    }
}
