using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace AlignmentBot.Bot.Intake;

/// <summary>How the API writes JSON: camel case, what is not known is left out, letters of every script as they are.</summary>
public static class ApiJson
{
    // The answers are JSON with its own content type, never inside HTML, so that only JSON's own characters are escaped.
    public static readonly JsonSerializerOptions Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
}
