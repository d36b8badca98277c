using System.Text.Json;

namespace AlignmentBot.Bot.Intake.Answers;

/// <summary>An answer as it is kept with its delivery, to be given again word for word.</summary>
public sealed record KeptAnswer(int Status, LeadAnswer Body)
{
    public string Write() => JsonSerializer.Serialize(this, ApiJson.Options);

    public static KeptAnswer Read(string json) => JsonSerializer.Deserialize<KeptAnswer>(json, ApiJson.Options)!;
}
