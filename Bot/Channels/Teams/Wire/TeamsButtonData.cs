using System.Text.Json;
using AlignmentBot.Cards.Rendering;

namespace AlignmentBot.Bot.Channels.Teams.Wire;

/// <summary>What a button or a dialog carried back. It comes from the client, so it names things and proves nothing.</summary>
/// <param name="Verb">The button's action id, or null when a form was sent.</param>
/// <param name="Form">The form's id, or null when a button was pressed.</param>
/// <param name="Token">Of the drawing.</param>
/// <param name="Opener">How the form was opened.</param>
/// <param name="Message">From which message the form was opened.</param>
/// <param name="Answers">What was typed; empty answers are left out.</param>
public sealed record TeamsButtonData(
    string? Verb, string? Form, string Value, string? Token, string? Opener, string? Message, IReadOnlyDictionary<string, string> Answers)
{
    private const int LongestName = 200;

    public static TeamsButtonData Read(JsonElement data)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in data.ValueKind == JsonValueKind.Object ? data.EnumerateObject() : default)
        {
            if (Text(property.Value) is { } text && !string.IsNullOrWhiteSpace(text))
                (TeamsData.IsReserved(property.Name) ? own : answers)[property.Name] = text;
        }

        return new TeamsButtonData(
            Short(own, TeamsData.Verb), Short(own, TeamsData.Form), Short(own, TeamsData.Value) ?? string.Empty, Short(own, TeamsData.Token), Short(own, TeamsData.Opener), own.GetValueOrDefault(TeamsData.Message), answers);
    }

    private static string? Short(Dictionary<string, string> own, string name) =>
        own.GetValueOrDefault(name) is { } text ? text[..Math.Min(text.Length, LongestName)] : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null => null,
    };
}
