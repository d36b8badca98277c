using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Bot.Intake;
using NodaTime;

namespace AlignmentBot.Tests.Bot.CommandLine;

public sealed class RosterCommandTests : IDisposable
{
    private static readonly PodId Emea = new("emea");

    private readonly Terminal terminal = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task New_pod_has_what_was_said_and_the_defaults()
    {
        var ran = await terminal.Run("pods", "add", "emea", "--name", "EMEA", "--time-zone", "Europe/Amsterdam", "--holiday", "2026-12-25", "--required-field", "phone", "--slack-channel", "C0123ABCD");

        Assert.Equal(0, ran.Code);
        Assert.Equal(
            new Pod(Emea, "EMEA", "Europe/Amsterdam") { Holidays = [new LocalDate(2026, 12, 25)], RequiredFields = ["phone"], SlackChannel = "C0123ABCD" },
            await terminal.Look(store => store.FindPod(Emea, Terminal.Ct)));
    }

    [Fact]
    public async Task Hours_are_given_day_by_day()
    {
        await terminal.Run("pods", "add", "emea", "--name", "EMEA", "--time-zone", "Europe/Amsterdam", "--hours", "mon=09:00-12:30,13:00-17:30", "--hours", "tue=22:00-06:00");

        var hours = (await terminal.Look(store => store.FindPod(Emea, Terminal.Ct)))!.Hours;
        Assert.Equal([new Shift(new(9, 0), new(12, 30)), new Shift(new(13, 0), new(17, 30))], hours.Monday);
        Assert.Equal([new Shift(new(22, 0), new(6, 0))], hours.Tuesday);
        Assert.Empty(hours.Wednesday);
    }

    [Fact]
    public async Task New_pod_needs_name_and_time_zone()
    {
        var ran = await terminal.Run("pods", "add", "emea", "--name", "EMEA");

        Assert.Equal(1, ran.Code);
        Assert.Equal(["Pod emea is new, so it needs --name and --time-zone."], ran.Faults);
    }

    [Fact]
    public async Task Known_pod_keeps_what_is_not_said()
    {
        await AddPod();
        var changed = await terminal.Run("pods", "add", "emea", "--name", "Europe");
        var same = await terminal.Run("pods", "add", "emea", "--name", "Europe");

        Assert.Equal(["Pod emea is changed."], changed.Lines);
        Assert.Equal(["Pod emea is so already; nothing was changed."], same.Lines);
        Assert.Equal(new Pod(Emea, "Europe", "Europe/Amsterdam"), await terminal.Look(store => store.FindPod(Emea, Terminal.Ct)));
    }

    [Fact]
    public async Task Channel_of_another_pod_is_refused()
    {
        await terminal.Run("pods", "add", "emea", "--name", "EMEA", "--time-zone", "Europe/Amsterdam", "--slack-channel", "C0123ABCD");

        var ran = await terminal.Run("pods", "add", "apac", "--name", "APAC", "--time-zone", "Asia/Singapore", "--slack-channel", "C0123ABCD");

        Assert.Equal(1, ran.Code);
        Assert.Equal(["Pod emea has this channel; each channel belongs to one pod."], ran.Faults);
    }

    [Fact]
    public async Task Member_is_added_changed_and_listed()
    {
        await AddPod();

        var added = await AddRosa("--pod-lead", "--slack-user", "U0123ABCD");
        var changed = await AddRosa("--pod-lead", "false", "--admin");
        var listed = await terminal.Run("members", "list", "--pod", "emea");

        Assert.Equal(["Rosa is added to pod emea."], added.Lines);
        Assert.Equal(["Rosa is changed in pod emea."], changed.Lines);
        var rosa = Assert.Single(await terminal.Look(store => store.Members(Emea, Terminal.Ct)));
        Assert.Equal((false, true, "U0123ABCD", Side.Sales), (rosa.PodLead, rosa.Admin, rosa.SlackUser, rosa.Side));
        Assert.Equal(["emea", "Rosa", "rosa@example.com", "sales", "admin", "-", "U0123ABCD", "-", "on"], listed.Lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Removed_member_stays_known_and_can_come_back()
    {
        await AddPod();
        await AddRosa();
        var id = (await terminal.Look(store => store.Members(Emea, Terminal.Ct)))[0].Id;

        var removed = await terminal.Run("members", "remove", "--pod", "emea", "--email", "Rosa@example.com");
        var away = await terminal.Look(store => store.FindMember(id, Terminal.Ct));
        var again = await terminal.Run("members", "remove", "--pod", "emea", "--email", "rosa@example.com");
        await AddRosa();

        Assert.Equal(["Rosa has left the roster of pod emea."], removed.Lines);
        Assert.False(away!.Active);
        Assert.Equal(["Rosa has left the roster of pod emea already."], again.Lines);
        Assert.True((await terminal.Look(store => store.FindMember(id, Terminal.Ct)))!.Active);
    }

    [Fact]
    public async Task Removing_somebody_unknown_is_refused()
    {
        await AddPod();

        var ran = await terminal.Run("members", "remove", "--pod", "emea", "--email", "max@example.com");

        Assert.Equal(1, ran.Code);
        Assert.Equal(["Nobody with the mail address \"max@example.com\" is on the roster of pod emea. See members list --pod emea"], ran.Faults);
    }

    [Fact]
    public async Task Unknown_pod_gets_the_nearest_one()
    {
        await AddPod();

        var ran = await terminal.Run("members", "add", "--pod", "emae", "--email", "rosa@example.com", "--name", "Rosa", "--side", "sales");

        Assert.Equal(1, ran.Code);
        Assert.Equal(["There is no pod \"emae\". Did you mean emea? See pods list."], ran.Faults);
    }

    [Fact]
    public async Task Account_of_another_member_is_refused()
    {
        await AddPod();
        await AddRosa("--slack-user", "U0123ABCD");

        var ran = await terminal.Run("members", "add", "--pod", "emea", "--email", "sam@example.com", "--name", "Sam", "--side", "sales", "--slack-user", "U0123ABCD");

        Assert.Equal(1, ran.Code);
        Assert.Equal(["Rosa (rosa@example.com) has this account already; an account belongs to one member of a pod."], ran.Faults);
    }

    [Fact]
    public async Task Removed_rep_with_leads_is_told_of()
    {
        await using var bot = await ApiBot.Start();
        var lead = await bot.HandOver("left");
        await bot.Do(lead, AlignmentBot.Tests.Fakes.SamplePod.Rosa, new AlignmentBot.Domain.Leads.LeadCommand.Accept());

        var ran = await Terminal.RunAt(bot.StorePath, "members", "remove", "--pod", "emea", "--email", "rosa@example.com");

        Assert.Equal(["Rosa has left the roster of pod emea. Leads still with them: 1. A team lead can reassign these in the channel."], ran.Lines);
    }

    [Fact]
    public async Task Pods_are_listed_with_their_size()
    {
        await AddPod();
        await AddRosa();

        var ran = await terminal.Run("pods", "list");

        Assert.Equal(["ID    NAME  TIME ZONE         SALES  MARKETING  REQUIRED FIELDS     SLACK  TEAMS", "emea  EMEA  Europe/Amsterdam  1      0          email company.name  -      -"], ran.Lines);
    }

    private Task<Ran> AddPod() => terminal.Run("pods", "add", "emea", "--name", "EMEA", "--time-zone", "Europe/Amsterdam");

    private Task<Ran> AddRosa(params string[] more) =>
        terminal.Run(["members", "add", "--pod", "emea", "--email", "rosa@example.com", "--name", "Rosa", "--side", "sales", .. more]);
}
