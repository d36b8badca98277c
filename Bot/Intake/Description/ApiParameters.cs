using System.Text.Json.Nodes;
using AlignmentBot.Bot.Intake.Endpoints;
using AlignmentBot.Bot.Intake.Reading;
using AlignmentBot.Domain.Leads;
using Microsoft.OpenApi;

namespace AlignmentBot.Bot.Intake.Description;

/// <summary>Parameters that are read by hand, and so are described by hand.</summary>
internal static class ApiParameters
{
    public static OpenApiParameter IdempotencyKey => new()
    {
        Name = Intake.IdempotencyKey.Header,
        In = ParameterLocation.Header,
        Description = "The same key with the same request gets the same answer and changes nothing; with another request it is refused with 422. Kept for 14 days, per API key.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255 },
        Example = "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"",
    };

    public static OpenApiParameter[] OfList =>
    [
        Query("pod", "Only leads of this pod.", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 40 }),
        Query("state", "Only leads in this state; several are separated by commas.", new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. StateNames.All.Select(name => JsonValue.Create(name))] },
        }),
        Query("cursor", "What was answered as next, to read on.", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 }),
        Query("limit", "How many leads at most.", new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = "1",
            Maximum = ListParameters.MostLimit.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Default = ListParameters.DefaultLimit,
        }),
    ];

    public static OpenApiSchema OwnFields => new()
    {
        Type = JsonSchemaType.Object | JsonSchemaType.Null,
        Description = "Fields of your own by name. Names have 1 to 40 letters, digits, blanks and _ - . in them.",
        MaxProperties = LeadReader.OwnFieldLimit,
        AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, MaxLength = FieldRules.OwnValueLimit },
    };

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = schema,
        Explode = false,
    };
}
