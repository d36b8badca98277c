using System.Text.Json;
using System.Text.Json.Nodes;
using AlignmentBot.Bot.Intake.Answers;
using AlignmentBot.Bot.Intake.Keys;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace AlignmentBot.Bot.Intake.Description;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>: made from the endpoints and the shapes they use, with what the types cannot say added here.</summary>
public static class ApiDescription
{
    private const string Security = "apiKey";

    public static void AddApiDescription(this IServiceCollection services)
    {
        // The document names fields and moments as the answers do.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(ApiJson.Options.GetConverter(typeof(Instant))));
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/leads", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) => Introduce(document));
            options.AddOperationTransformer((operation, context, _) => Complete(operation, context.Description.ActionDescriptor.EndpointMetadata, context.Document!));
            options.AddSchemaTransformer((schema, context, _) => Sharpen(schema, context.JsonTypeInfo.Type));
        });
    }

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "AlignmentBot",
            Version = "v1",
            Description = "Hands marketing qualified leads to sales. Make a key with: dotnet run --project Bot -- keys add NAME --scope leads:write --scope leads:read",
        };
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Security] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key, such as abk_ID_SECRET, with the scope that the operation names.",
            },
        };
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, IList<object> metadata, OpenApiDocument document)
    {
        var scope = metadata.OfType<NeedsScope>().Single().Scope;
        operation.Description = $"{operation.Description}{(operation.Description is null ? string.Empty : "\n")}Needs the scope {scope}.";
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Security, document)] = [] }];
        if (metadata.OfType<TakesBody>().SingleOrDefault() is { } body && operation.RequestBody?.Content is { } content && content.Remove(TakesBody.AnyType, out var shape))
            content[body.ContentType] = shape;
        if (metadata.OfType<TakesIdempotencyKey>().Any())
            Add(operation, ApiParameters.IdempotencyKey);
        if (metadata.OfType<TakesListParameters>().Any())
            Add(operation, ApiParameters.OfList);
        AnswerTexts.Fill(operation);
        ApiExamples.Fill(operation);
        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, params ReadOnlySpan<OpenApiParameter> parameters)
    {
        operation.Parameters ??= [];
        foreach (var parameter in parameters)
            operation.Parameters.Add(parameter);
    }

    private static Task Sharpen(OpenApiSchema schema, Type type)
    {
        if (type == typeof(Instant) || type == typeof(Instant?))
        {
            schema.Type = type == typeof(Instant) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }

        // Numbers are read and written as numbers, never as text.
        if (schema.Type is { } kinds && (kinds.HasFlag(JsonSchemaType.Integer) || kinds.HasFlag(JsonSchemaType.Number)))
        {
            schema.Type = kinds & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        if (type == typeof(LeadBody) || type == typeof(BriefBody))
            schema.Properties!["fields"] = ApiParameters.OwnFields;

        if (type == typeof(OutcomeBody))
            ((OpenApiSchema)schema.Properties!["outcome"]).Enum = [.. Reading.OutcomeReader.Outcomes.Select(name => JsonValue.Create(name))];
        return Task.CompletedTask;
    }
}
