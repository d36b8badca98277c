using System.Text.Json;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>Texts of a document. JSON can write half of a character (<c>"\ud800"</c>), which is no text anywhere else.</summary>
public static class JsonStrings
{
    /// <summary>Null when the text is not whole.</summary>
    public static string? Read(JsonElement value) => Whole(() => value.GetString()!);

    /// <summary>Null when the name is not whole.</summary>
    public static string? NameOf(JsonProperty property) => Whole(() => property.Name);

    private static string? Whole(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
