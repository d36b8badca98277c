using Microsoft.OpenApi;

namespace AlignmentBot.Bot.Intake.Description;

/// <summary>What each status means, in words.</summary>
internal static class AnswerTexts
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["200"] = "Done.",
        ["201"] = "The lead was handed over: offered, or incomplete with what is missing.",
        ["400"] = "The request cannot be read: malformed JSON, a wrong parameter or a wrong Idempotency-Key.",
        ["401"] = "The API key is missing, unknown or revoked.",
        ["403"] = "The key lacks the scope that is named.",
        ["404"] = "There is no lead with this id.",
        ["409"] = "The lead's state does not allow this.",
        ["413"] = "The body is too large.",
        ["415"] = "The body has another content type, or is compressed.",
        ["422"] = "Fields are wrong (all are named), or the Idempotency-Key came before with another request.",
        ["429"] = "Too many requests. Header Retry-After says in how many seconds to try again.",
    };

    public static void Fill(OpenApiOperation operation)
    {
        foreach (var (status, response) in operation.Responses ?? [])
            response.Description = status == "200" && operation.OperationId == "handOverLead" ? "The person had an open lead at the pod: merged onto it." : Texts[status];
        if (operation.Responses is { } responses && responses.TryGetValue("429", out var refused) && refused is OpenApiResponse slow)
        {
            slow.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["Retry-After"] = new OpenApiHeader { Description = "Seconds.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
            };
        }
    }
}
