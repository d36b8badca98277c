namespace AlignmentBot.Bot.Configuration;

/// <summary>The setting <c>PublicUrl</c>: the address under which people, Slack and CRM systems reach the bot.</summary>
public static class PublicAddress
{
    public const string Key = "PublicUrl";

    /// <returns>Without a slash at the end; null when nothing is said, or when it is wrong.</returns>
    public static string? Read(IConfiguration configuration, ICollection<string> faults)
    {
        if (configuration[Key]?.Trim() is not { Length: > 0 } value)
            return null;
        if (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0)
            return value.TrimEnd('/');
        faults.Add(Shown.Fault(Key, value, "It must be an address such as https://bot.example.com."));
        return null;
    }
}
