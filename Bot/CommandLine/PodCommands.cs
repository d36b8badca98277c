using System.CommandLine;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>pods add</c> and <c>pods list</c>.</summary>
internal static class PodCommands
{
    public static Command Make(CommandDesk desk) => new("pods", "Pods: groups of marketers and reps that share a channel") { Add(desk), List(desk) };

    private static Command Add(CommandDesk desk)
    {
        var id = Checked.Argument("ID", "The pod's id, such as emea", RosterRules.PodId);
        var name = Checked.Option("--name", "What people call the pod; needed for a new one", RosterRules.Name);
        var zone = Checked.Option("--time-zone", "IANA time zone of its calendar, such as Europe/Amsterdam; needed for a new one", RosterRules.TimeZone);
        var language = Checked.Option("--language", "Language of what the bot says in the channel. New pods: en", RosterRules.Language);
        var calendar = new CalendarOptions("a new pod works Monday to Friday 09:00-17:30");
        var fields = Checked.Several("--required-field", "A field that every lead must carry, such as phone. New pods: email and company.name", (field, before) => RosterRules.RequiredField(field, before));
        var slack = Checked.Option("--slack-channel", "Id of its Slack channel, such as C0123ABCD", RosterRules.SlackChannel);
        var teams = Checked.Option("--teams-channel", "Id of its Teams channel, such as 19:abc@thread.tacv2", RosterRules.TeamsChannel);
        var command = new Command("add", "Add a pod, or change the named settings of the one with this id") { id, name, zone, language, calendar.Hours, calendar.Holidays, fields, slack, teams };
        command.SetAction((parsed, ct) =>
        {
            var draft = new PodDraft(new PodId(parsed.GetRequiredValue(id)))
            {
                Name = parsed.GetValue(name),
                TimeZone = parsed.GetValue(zone),
                Language = parsed.GetValue(language),
                Hours = calendar.HoursOf(parsed),
                Holidays = calendar.HolidaysOf(parsed),
                RequiredFields = parsed.GetValue(fields) is { Length: > 0 } required ? required.ToValueList() : null,
                SlackChannel = parsed.GetValue(slack),
                TeamsChannel = parsed.GetValue(teams),
            };
            return desk.WithStore(SqliteOpen.Visitor, store => Save(desk, store, draft, ct), ct);
        });
        return command;
    }

    private static async Task<int> Save(CommandDesk desk, IStore store, PodDraft draft, CancellationToken ct)
    {
        var taken = (await store.Pods(ct)).FirstOrDefault(pod => pod.Id != draft.Id
            && ((draft.SlackChannel is not null && pod.SlackChannel == draft.SlackChannel) || (draft.TeamsChannel is not null && pod.TeamsChannel == draft.TeamsChannel)));
        if (taken is not null)
            return await desk.Refuse($"Pod {taken.Id} has this channel; each channel belongs to one pod.");
        return await new RosterWriter(store).Save(draft, ct) switch
        {
            null => await desk.Refuse($"Pod {draft.Id} is new, so it needs --name and --time-zone."),
            Saved.Added => await desk.Say($"Pod {draft.Id} is added. Add its people: members add --pod {draft.Id} --email ... --name ... --side sales"),
            Saved.Updated => await desk.Say($"Pod {draft.Id} is changed."),
            _ => await desk.Say($"Pod {draft.Id} is so already; nothing was changed."),
        };
    }

    private static Command List(CommandDesk desk)
    {
        var command = new Command("list", "Show the pods");
        command.SetAction((_, ct) => desk.WithStore(SqliteOpen.Visitor, store => List(desk, store, ct), ct));
        return command;
    }

    private static async Task<int> List(CommandDesk desk, IStore store, CancellationToken ct)
    {
        var rows = new List<string[]>();
        foreach (var pod in await store.Pods(ct))
        {
            var members = (await store.Members(pod.Id, ct)).Where(member => member.Active).ToList();
            rows.Add(
            [
                pod.Id.Value, pod.Name, pod.TimeZone, Count(members, Side.Sales), Count(members, Side.Marketing), string.Join(' ', pod.RequiredFields), pod.SlackChannel ?? "-", pod.TeamsChannel ?? "-",
            ]);
        }

        return rows.Count == 0
            ? await desk.Say("There are no pods yet. Make one: pods add ID --name NAME --time-zone ZONE")
            : await desk.Table(["ID", "NAME", "TIME ZONE", "SALES", "MARKETING", "REQUIRED FIELDS", "SLACK", "TEAMS"], rows);
    }

    private static string Count(List<Member> members, Side side) =>
        members.Count(member => member.Side == side).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
