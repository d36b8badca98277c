using System.ComponentModel;
using System.Text.Json.Serialization;
using AlignmentBot.Bot.Intake.Reading;

namespace AlignmentBot.Bot.Intake.Problems;

/// <summary>Why a request was not done, as RFC 9457 writes it.</summary>
public sealed record Problem(
    [property: Description("Always about:blank: the status says the kind, code the reason.")] string Type,
    [property: Description("The status in words.")] string Title,
    int Status,
    [property: Description("A sentence for people.")] string Detail,
    [property: Description("The reason for programs; stable.")] string Code,
    [property: Description("Everything that is wrong with the request, each with its place; more than 100 are only counted.")] IReadOnlyList<ProblemError>? Errors = null)
{
    public const string ContentType = "application/problem+json";

    /// <summary>The body is no JSON at all.</summary>
    public const string MalformedCode = "malformed_json";

    public static ProblemResult Of(int status, string code, string detail, IReadOnlyList<ProblemError>? errors = null) =>
        new(new Problem("about:blank", Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status), status, detail, code, errors));

    public static ProblemResult Unauthorized(bool sent) => Of(
        StatusCodes.Status401Unauthorized,
        sent ? "invalid_key" : "key_needed",
        sent ? "This API key is not known, or it was revoked. Check that the whole key was copied, or ask for a new one." : "Send an API key as \"Authorization: Bearer KEY\".");

    public static ProblemResult Forbidden(string scope) => Of(
        StatusCodes.Status403Forbidden, "scope_needed", $"This key lacks the scope {scope}. Ask for a key that has it.");

    public static ProblemResult NoSuchLead(string id) => Of(
        StatusCodes.Status404NotFound, "no_such_lead", $"There is no lead {Configuration.Shown.Of(id)}. Check the id that was answered when the lead was handed over.");

    public static ProblemResult Malformed(string detail) => Of(StatusCodes.Status400BadRequest, MalformedCode, detail);

    public static ProblemResult WrongMedia(bool lines) => Of(
        StatusCodes.Status415UnsupportedMediaType, "wrong_content_type", $"The body is not in a form that is read here. Send it in UTF-8 as {(lines ? "application/x-ndjson" : "application/json")}, without compression.");

    public static ProblemResult TooLarge(string what, string limit, string advice) => Of(
        StatusCodes.Status413PayloadTooLarge, "too_large", $"{what} may have {limit} at most. {advice}");

    public static ProblemResult WrongQuery(IReadOnlyList<ProblemError> errors) => Of(
        StatusCodes.Status400BadRequest, "wrong_query", Counted(errors.Count, "parameter"), errors);

    public static ProblemResult WrongFields(Faults faults) => Of(
        StatusCodes.Status422UnprocessableEntity, "wrong_fields", Counted(faults.Count, "field"), faults.Errors);

    private static string Counted(int count, string what) =>
        count == 1 ? $"One {what} is wrong; nothing was done." : $"{count} {what}s are wrong; nothing was done.";
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Detail">What was given and what the rule is.</param>
public sealed record ProblemError(string Detail)
{
    [JsonPropertyOrder(-1), Description("JSON pointer to the field in the body, as a URI fragment; # is the whole body.")]
    public string? Pointer { get; init; }

    [JsonPropertyOrder(-1), Description("Name of the parameter in the address, or of the header.")]
    public string? Parameter { get; init; }

    public static ProblemError At(string pointer, string detail) => new(detail) { Pointer = pointer };

    public static ProblemError In(string parameter, string detail) => new(detail) { Parameter = parameter };
}
