using System.Globalization;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Awards;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot.Configuration;

/// <summary>Section <c>Awards</c>: the monthly vote of every pod. A round that is open keeps the rules under which it opened.</summary>
/// <param name="Enabled">Whether new rounds open. Default: true.</param>
public sealed record AwardSettings(bool Enabled, AwardPolicy Policy)
{
    public const string Section = "Awards";

    private const string LastDay = "last";

    /// <exception cref="StartupFaultException">One sentence per fault.</exception>
    public static AwardSettings Read(IConfiguration configuration)
    {
        var faults = new List<string>();
        var reader = new SectionReader(
            configuration.GetSection(Section), faults,
            "Enabled", "OpensOn", "OpensAt", "VotingDays", "RemindDaysBefore", "AnnounceAt", "QuorumPercent", "ExtensionDays", "MinimumActivity", "WinnerAgain");
        var usual = AwardPolicy.Default;
        var policy = new AwardPolicy
        {
            OpensOnDay = reader.Text("OpensOn", Day) is { } day && day != LastDay ? int.Parse(day, CultureInfo.InvariantCulture) : null,
            OpensAt = TimeOf(reader.Text("OpensAt", Time)) ?? usual.OpensAt,
            VotingDays = reader.Number("VotingDays", 1, 15) ?? usual.VotingDays,
            RemindDaysBefore = reader.Number("RemindDaysBefore", 1, 15) ?? usual.RemindDaysBefore,
            AnnounceAt = TimeOf(reader.Text("AnnounceAt", Time)) ?? usual.AnnounceAt,
            QuorumPercent = reader.Number("QuorumPercent", 0, 100) ?? usual.QuorumPercent,
            ExtensionDays = reader.Number("ExtensionDays", 1, 10) ?? usual.ExtensionDays,
            MinimumActivity = reader.Number("MinimumActivity", 1, 1000) ?? usual.MinimumActivity,
            WinnerAgain = reader.Flag("WinnerAgain") ?? usual.WinnerAgain,
        };
        var enabled = reader.Flag("Enabled") ?? true;
        return faults.Count > 0 ? throw new StartupFaultException(faults) : new AwardSettings(enabled, policy);
    }

    private static string? Day(string value) =>
        value == LastDay || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 28)
            ? null
            : "It must be \"last\" for the last working day of the month, or a day from 1 to 28, moved to the next working day.";

    private static string? Time(string value) => TimeOf(value) is null ? "It must be a time of day such as 10:00." : null;

    private static LocalTime? TimeOf(string? value) =>
        value is not null && LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(value) is { Success: true, Value: var time } ? time : null;
}
