using System.Buffers.Text;
using System.Globalization;
using System.Text;
using AlignmentBot.Domain;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Intake.Endpoints;

/// <summary>Writes where a page ended as one opaque word.</summary>
public static class CursorText
{
    public static string Write(LeadCursor cursor) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{cursor.HandedOverAt.ToUnixTimeTicks()} {cursor.Id}")));

    /// <summary>Null when the word was not written here.</summary>
    public static LeadCursor? Read(string text)
    {
        if (text.Length > 100 || !Base64Url.IsValid(text))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ');
        return parts.Length == 2 && parts[1].Length > 0
            && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= Instant.MinValue.ToUnixTimeTicks() && ticks <= Instant.MaxValue.ToUnixTimeTicks()
            ? new LeadCursor(Instant.FromUnixTimeTicks(ticks), new LeadId(parts[1]))
            : null;
    }
}
