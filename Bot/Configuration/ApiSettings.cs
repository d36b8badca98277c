using AlignmentBot.Bot.Intake.Keys;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Configuration;

/// <summary>Section <c>Api</c>: how the HTTP API behaves and which keys it knows beside the stored ones.</summary>
/// <param name="PublicUrl">The bot's own address, which starts the addresses in answers, without a slash at the end; null takes the address of the request.
/// It is the one setting <c>PublicUrl</c> that Slack's installation uses too.</param>
/// <param name="RequestsPerSecond">How many requests a key may make in the long run, 1 to 10,000. Default: 50.</param>
/// <param name="Burst">How many requests a key may make at once after a rest, 1 to 100,000. Default: 200.</param>
public sealed record ApiSettings(string? PublicUrl, int RequestsPerSecond, int Burst, ValueList<ConfiguredKey> Keys)
{
    public const string Section = "Api";

    private const int SecretLength = 24;

    /// <param name="faults">Gets one sentence per fault; secrets are never in it.</param>
    public static ApiSettings Read(IConfiguration configuration, ICollection<string> faults)
    {
        var reader = new SectionReader(configuration.GetSection(Section), faults, "RequestsPerSecond", "Burst", "Keys");
        return new ApiSettings(
            PublicAddress.Read(configuration, faults),
            reader.Number("RequestsPerSecond", 1, 10_000) ?? 50,
            reader.Number("Burst", 1, 100_000) ?? 200,
            ReadKeys(reader.Items("Keys"), faults));
    }

    private static ValueList<ConfiguredKey> ReadKeys(IEnumerable<IConfigurationSection> sections, ICollection<string> faults)
    {
        var keys = new List<(ConfiguredKey Key, string Path)>();
        foreach (var section in sections)
        {
            if (ReadKey(section, faults) is { } key)
                keys.Add((key, section.Path));
        }

        Duplicates.Find(keys, "Name", key => key.Name, "Another key has this name.", faults);
        foreach (var same in keys.GroupBy(key => key.Key.Hash, StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Add($"{string.Join(" and ", same.Select(key => key.Path + ":Secret"))} are the same. Give every key a secret of its own.");
        return keys.Select(key => key.Key).ToValueList();
    }

    private static ConfiguredKey? ReadKey(IConfigurationSection section, ICollection<string> faults)
    {
        var before = faults.Count;
        var reader = new SectionReader(section, faults, "Name", "Secret", "Scopes");
        var name = reader.Needed("Name", RosterRules.Name, "what the key is for");
        var scopes = reader.List("Scopes", (scope, _) => KeyScopes.Check(scope)) ?? [];
        if (scopes.Count == 0)
            faults.Add($"{reader.KeyOf("Scopes")} is missing. Give at least one of {KeyScopes.Listed}.");

        var secret = section["Secret"] ?? string.Empty;
        if (secret.Length < SecretLength || secret.Any(letter => letter is <= ' ' or > '~'))
            faults.Add($"{reader.KeyOf("Secret")} is {(secret.Length == 0 ? "missing" : "not usable")}. Give at least {SecretLength} visible ASCII characters without blanks, such as openssl rand -hex 24 makes.");
        return faults.Count > before ? null : new ConfiguredKey(name!, KeyHash.Of(secret), scopes);
    }
}

/// <summary>A key from the configuration.</summary>
/// <param name="Hash">Of the secret, as <see cref="KeyHash"/> makes it.</param>
public sealed record ConfiguredKey(string Name, string Hash, ValueList<string> Scopes);
