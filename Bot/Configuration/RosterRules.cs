using System.Globalization;
using System.Text.RegularExpressions;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot.Configuration;

/// <summary>What pods and members may hold, by whichever way they are set up. Each rule answers with a sentence, or null when the value is fine.</summary>
public static partial class RosterRules
{
    public const int NameLimit = 80;

    /// <summary>Forms ask for each of them; a form in Slack holds at most 100 parts.</summary>
    public const int RequiredFieldLimit = 30;

    public static string? PodId(string value) => Slug().IsMatch(value) ? null : "It must be 1 to 40 lower-case letters, digits and hyphens, such as emea.";

    public static string? Name(string value) => value.Trim().Length is > 0 and <= NameLimit && !value.Any(char.IsControl)
        ? null
        : "It must be 1 to 80 characters on one line.";

    public static string? Email(string value) => FieldRules.IsEmail(value) ? null : "It must be a mail address such as rosa@example.com.";

    public static string? Side(string value) => SideOf(value) is null ? "It must be sales or marketing." : null;

    public static string? TimeZone(string value) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(value) is not null
        ? null
        : "It must be an IANA time zone such as Europe/Amsterdam." + Meant(value, DateTimeZoneProviders.Tzdb.Ids);

    public static string? Language(string value) => LanguageTag().IsMatch(value) && IsCulture(value) ? null : "It must be a language such as en or de.";

    /// <param name="before">Those that the list names before it.</param>
    public static string? RequiredField(string value, IReadOnlyCollection<string> before) =>
        before.Count < RequiredFieldLimit ? RequiredField(value) : $"At most {RequiredFieldLimit} fields can be required. Leave this one out.";

    public static string? RequiredField(string value)
    {
        if (!BriefFields.Knows(value))
            return "It must be a field of a lead such as phone or company.name, or fields.NAME for a field of your own." + Meant(value, BriefFields.Names);
        return !value.StartsWith(BriefFields.OwnPrefix, StringComparison.Ordinal) || FieldRules.IsOwnName(value[BriefFields.OwnPrefix.Length..])
            ? null
            : "The name of a field of your own has 1 to 40 letters, digits, blanks and _ - . in it, and a letter or digit at both ends.";
    }

    public static string? Holiday(string value) => HolidayOf(value) is null ? "It must be a day such as 2026-12-25." : null;

    public static string? SlackChannel(string value) => SlackChannelId().IsMatch(value) ? null : "It must be the id of a Slack channel such as C0123ABCD, not its name.";

    public static string? SlackUser(string value) => SlackUserId().IsMatch(value) ? null : "It must be the id of a Slack user such as U0123ABCD, not their name.";

    public static string? TeamsChannel(string value) => TeamsChannelId().IsMatch(value) ? null : "It must be the id of a Teams channel such as 19:abc@thread.tacv2.";

    public static string? TeamsUser(string value) => TeamsUserId().IsMatch(value) ? null : "It must be the person's object id in Microsoft Entra.";

    public static Side? SideOf(string value) => value.ToLowerInvariant() switch
    {
        "sales" => Domain.Roster.Side.Sales,
        "marketing" => Domain.Roster.Side.Marketing,
        _ => null,
    };

    public static LocalDate? HolidayOf(string value) => LocalDatePattern.Iso.Parse(value) is { Success: true, Value: var day } ? day : null;

    /// <summary>" Did you mean x?" when a known word is near, else nothing.</summary>
    public static string Meant(string typed, IEnumerable<string> known) =>
        typed.Length <= NameLimit && NearestWord.Of(typed, known) is { } word ? $" Did you mean {word}?" : string.Empty;

    private static bool IsCulture(string value)
    {
        try
        {
            CultureInfo.GetCultureInfo(value, predefinedOnly: true);
            return true;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slug();

    [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();

    [GeneratedRegex("^([TE][A-Z0-9]{2,30}/)?[CG][A-Z0-9]{2,30}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlackChannelId();

    [GeneratedRegex("^([TE][A-Z0-9]{2,30}/)?[UW][A-Z0-9]{2,30}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlackUserId();

    [GeneratedRegex(@"^19:[^\s@]{1,200}@[a-z0-9.]{1,40}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TeamsChannelId();

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TeamsUserId();
}
