using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Tests.Bot.CommandLine;

public sealed class HolidayCommandTests : IDisposable
{
    private static readonly PodId Emea = new("emea");

    private readonly Terminal terminal = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task A_text_with_days_is_imported_and_listed()
    {
        await AddPod();
        await File.WriteAllTextAsync(terminal.File("days.txt"), "2099-12-25\n2099-12-26..2099-12-27\n", Terminal.Ct);

        var imported = await terminal.Run("holidays", "import", terminal.File("days.txt"), "--pod", "emea");
        var listed = await terminal.Run("holidays", "list", "--pod", "emea");

        Assert.Equal(["Pod emea: 3 added, 0 removed, 3 holidays."], imported.Lines);
        Assert.Equal(["2099-12-25", "2099-12-26", "2099-12-27"], listed.Lines);
    }

    [Fact]
    public async Task A_calendar_may_replace_what_lies_ahead()
    {
        await AddPod();
        await terminal.Run("holidays", "add", "2099-01-01", "2020-01-01", "--pod", "emea");
        await File.WriteAllTextAsync(terminal.File("public.ics"), "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", Terminal.Ct);

        var ran = await terminal.Run("holidays", "import", terminal.File("public.ics"), "--pod", "emea", "--replace");

        Assert.Equal(0, ran.Code);
        var holidays = (await terminal.Look(store => store.FindPod(Emea, Terminal.Ct)))!.Holidays;
        Assert.Equal(new LocalDate(2020, 1, 1), holidays[0]);
        Assert.Equal([5, 5, 5], holidays.Skip(1).Select(day => day.Month));
    }

    [Fact]
    public async Task A_wrong_line_is_named_and_nothing_is_changed()
    {
        await AddPod();
        await File.WriteAllTextAsync(terminal.File("days.txt"), "2099-12-25\n2099-99-99\n", Terminal.Ct);

        var ran = await terminal.Run("holidays", "import", terminal.File("days.txt"), "--pod", "emea");

        Assert.Equal(1, ran.Code);
        Assert.StartsWith("Line 2: \"2099-99-99\" is not a day.", Assert.Single(ran.Faults), StringComparison.Ordinal);
        Assert.Empty((await terminal.Look(store => store.FindPod(Emea, Terminal.Ct)))!.Holidays);
    }

    [Fact]
    public async Task A_file_or_a_pod_that_is_not_there_is_said()
    {
        Assert.Contains("nowhere", Assert.Single((await terminal.Run("holidays", "list", "--pod", "nowhere")).Faults), StringComparison.Ordinal);
        await AddPod();
        Assert.StartsWith("A file cannot be used:", Assert.Single((await terminal.Run("holidays", "import", terminal.File("none.ics"), "--pod", "emea")).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_taken_away_again()
    {
        await AddPod();
        await terminal.Run("holidays", "add", "2099-12-25..2099-12-26", "--pod", "emea");

        Assert.Equal(["Pod emea: 0 added, 1 removed, 1 holidays."], (await terminal.Run("holidays", "remove", "2099-12-25", "--pod", "emea")).Lines);
    }

    [Fact]
    public async Task A_member_gets_hours_and_holidays_of_their_own()
    {
        await AddPod();
        await terminal.Run("members", "add", "--pod", "emea", "--email", "rosa@example.com", "--name", "Rosa", "--side", "sales", "--hours", "mon=08:00-12:00", "--hours", "tue=22:00-06:00", "--holiday", "2026-12-08");

        var rosa = Assert.Single(await terminal.Look(store => store.Members(Emea, Terminal.Ct)));
        Assert.Equal([new Shift(new(8, 0), new(12, 0))], rosa.Hours!.Monday);
        Assert.Equal([new Shift(new(22, 0), new(6, 0))], rosa.Hours.Tuesday);
        Assert.Equal([new LocalDate(2026, 12, 8)], rosa.Holidays);
    }

    private Task<Ran> AddPod() => terminal.Run("pods", "add", "emea", "--name", "EMEA", "--time-zone", "Europe/Amsterdam");
}
