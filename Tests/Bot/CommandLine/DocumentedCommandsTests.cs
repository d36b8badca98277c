using System.Text.RegularExpressions;
using AlignmentBot.Bot.Channels.Slack;
using AlignmentBot.Bot.Channels.Teams;
using AlignmentBot.Bot.CommandLine;
using AlignmentBot.Tests.Layout;

namespace AlignmentBot.Tests.Bot.CommandLine;

/// <summary>What README and docs tell people to type is typed here, page by page, in its order.</summary>
public sealed partial class DocumentedCommandsTests
{
    private const string Start = "dotnet run --project Bot";

    /// <summary>Files that readers have, and that the commands read.</summary>
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["people.csv"] = "email,name,side\nmax@example.com,Max,marketing\n",
        ["members.csv"] = "pod,email,name,side\nemea,max@example.com,Max,marketing\n",
        ["public-holidays.ics"] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.com//EN\r\nBEGIN:VEVENT\r\nUID:1@example.com\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    };

    /// <summary>Commands about something that these pages do not make: a key, a round, days of figures, a workspace that answers.</summary>
    private static readonly string[] AboutWhatIsNotThere = ["keys revoke", "awards verify", "doctor"];

    public static TheoryData<string> Pages =>
        [.. Documents().Where(page => Commands(page).Count > 0).Select(page => Path.GetRelativePath(RepositoryRoot.Path, page).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Commands_of_a_page_do_what_they_are_said_to_do(string page)
    {
        using var terminal = new Terminal();
        foreach (var (name, text) in Files)
            await File.WriteAllTextAsync(terminal.File(name), text, Terminal.Ct);

        foreach (var command in Commands(Path.Combine(RepositoryRoot.Path, page)))
        {
            var ran = await terminal.Run([.. Words(command).Select(word => LooksLikeFile().IsMatch(word) ? terminal.File(word) : word)]);
            var allowed = AboutWhatIsNotThere.Any(start => command.StartsWith(start, StringComparison.Ordinal)) ? BotCommandLine.Refused : BotCommandLine.Done;
            Assert.True(ran.Code <= allowed, $"{command}\nended with {ran.Code}:\n{ran.Error}{ran.Output}");
        }
    }

    [Fact]
    public void Pages_with_commands_are_found() => Assert.Equal(
        ["README.md", "docs/api.md", "docs/set-up.md", "docs/slack.md", "docs/teams.md"],
        Pages.Select(page => page.Data).Intersect(["README.md", "docs/api.md", "docs/set-up.md", "docs/slack.md", "docs/teams.md"], StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("docs/teams.md", typeof(TeamsOptions), "Teams")]
    [InlineData("docs/slack.md", typeof(SlackOptions), "Slack")]
    public async Task Every_setting_of_a_platform_stands_on_its_page_and_no_other(string page, Type options, string section)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, page), Terminal.Ct);
        var table = text[text.IndexOf("## Settings", StringComparison.Ordinal)..];

        var documented = SettingName().Matches(table).Where(name => name.Groups["section"].Value == section).Select(name => name.Groups["key"].Value).Distinct(StringComparer.Ordinal);

        Assert.Equal(options.GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Documents() =>
        Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md").Prepend(Path.Combine(RepositoryRoot.Path, "README.md"));

    /// <summary>What follows the two dashes, without remarks, wherever it stands on a line of its own.</summary>
    private static List<string> Commands(string page) => [.. File.ReadLines(page)
        .Select(line => line.Trim())
        .Where(line => line.StartsWith(Start + " -- ", StringComparison.Ordinal) && !line.Contains(" -- --", StringComparison.Ordinal))
        .Select(line => line[(Start.Length + " -- ".Length)..].Split(" #")[0].Trim())];

    private static IEnumerable<string> Words(string command) => Word().Matches(command).Select(word => word.Value.Trim('"'));

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("^[a-z-]+\\.(csv|ics|db)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LooksLikeFile();

    [GeneratedRegex("`(?<section>[A-Za-z]+):(?<key>[A-Za-z]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingName();
}
