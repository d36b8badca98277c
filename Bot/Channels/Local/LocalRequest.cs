using System.Text.Json;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>What the page sends: who acts, where, and the id of this delivery.</summary>
/// <param name="Delivery">Made by the page once per press, so that a press that is sent twice has one effect.</param>
public abstract record LocalRequest(string Pod, string Persona, string Delivery)
{
    /// <summary>Longest text that a person may write here.</summary>
    public const int TextLimit = 2000;

    private const int DeliveryLimit = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public sealed record Click(string Pod, string Persona, string Delivery, string Action, string Value) : LocalRequest(Pod, Persona, Delivery);

    public sealed record Form(string Pod, string Persona, string Delivery, string Id, string Value, Dictionary<string, string> Answers)
        : LocalRequest(Pod, Persona, Delivery);

    public sealed record Command(string Pod, string Persona, string Delivery, string Text) : LocalRequest(Pod, Persona, Delivery);

    /// <param name="Message">Under which the reply stands.</param>
    /// <param name="Lead">Which of the message's leads is meant.</param>
    public sealed record Reply(string Pod, string Persona, string Delivery, string Message, string Lead, string Text) : LocalRequest(Pod, Persona, Delivery);

    public sealed record SampleLead(string Pod, string Persona, string Delivery) : LocalRequest(Pod, Persona, Delivery);

    /// <summary>Reads the body; null when it is not what the page would send.</summary>
    public static async Task<T?> Read<T>(HttpRequest request, CancellationToken ct)
        where T : LocalRequest
    {
        try
        {
            var read = request.HasJsonContentType() ? await request.ReadFromJsonAsync<T>(Json, ct) : null;
            return read is { Delivery.Length: > 0 and <= DeliveryLimit } ? read : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }
}
