using System.Security.Cryptography;

namespace AlignmentBot.Bot.Intake.Keys;

/// <summary>A stored key as its holder sends it: <c>abk_ID_SECRET</c>.</summary>
public sealed record ApiKeyToken(string Id, string Secret)
{
    private const string Prefix = "abk_";
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>A new one: ten characters of id and 40 of secret, about 198 bits.</summary>
    public static ApiKeyToken Make() => new(RandomNumberGenerator.GetString(Letters, 10), RandomNumberGenerator.GetString(Letters, 40));

    /// <summary>Null when the text has another shape.</summary>
    public static ApiKeyToken? Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var cut = text.IndexOf('_', Prefix.Length);
        return cut > Prefix.Length && cut < text.Length - 1 ? new ApiKeyToken(text[Prefix.Length..cut], text[(cut + 1)..]) : null;
    }

    /// <summary>What the holder sends behind <c>Bearer</c>. Shown once, kept nowhere.</summary>
    public string Bearer() => $"{Prefix}{Id}_{Secret}";

    /// <summary>Leaves the secret out, so that no log and no message can hold it.</summary>
    public override string ToString() => $"{Prefix}{Id}_...";
}
