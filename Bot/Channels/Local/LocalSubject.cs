using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>What a message of the bot shows, in one text: a subject, or several of a digest, parted by blanks.</summary>
public static class LocalSubject
{
    public static string Write(IEnumerable<string> subjects) => string.Join(' ', subjects);

    public static ValueList<string> Read(string? text) => (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToValueList();

    /// <summary>The ids of the leads that these subjects are about, each once.</summary>
    public static ValueList<string> Leads(IEnumerable<string> subjects) => subjects
        .Select(subject => (Subjects.AsLead(subject) ?? Subjects.AsLine(subject)?.Lead ?? Subjects.AsNotice(subject)?.Lead)?.Value)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .ToValueList();
}
