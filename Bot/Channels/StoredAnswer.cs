using System.Text.Json;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels;

/// <summary>An answer as it is kept with its delivery. Only answers to things that changed something are kept.</summary>
/// <param name="Subject">Of a redraw, else null.</param>
/// <param name="Text">Of a sentence, else null.</param>
public sealed record StoredAnswer(string? Subject, string? Text, Tone Tone)
{
    public static string Write(Answer answer) => JsonSerializer.Serialize(answer switch
    {
        Answer.Redraw a => new StoredAnswer(a.Subject, null, Tone.Neutral),
        Answer.Say a => new StoredAnswer(null, a.Text, a.Tone),
        _ => throw new NotSupportedException($"{answer.GetType().Name} changes nothing, so it is not kept."),
    });

    public static Answer Read(string json)
    {
        var stored = JsonSerializer.Deserialize<StoredAnswer>(json)!;
        return stored.Subject is { } subject ? new Answer.Redraw(subject) : new Answer.Say(stored.Text!, stored.Tone);
    }
}
