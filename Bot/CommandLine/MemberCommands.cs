using System.CommandLine;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>members add</c>, <c>members remove</c>, <c>members list</c>; the import is <see cref="MemberImport"/>.</summary>
internal static class MemberCommands
{
    private static readonly ValueList<string> InWork = [StateNames.Accepted, StateNames.Contacted, StateNames.Qualified, StateNames.Opportunity];

    public static Command Make(CommandDesk desk) => new("members", "The people of a pod") { Add(desk), Remove(desk), List(desk), MemberImport.Make(desk) };

    private static Command Add(CommandDesk desk)
    {
        var pod = Checked.Option("--pod", "Id of the pod", RosterRules.PodId, required: true);
        var email = Checked.Option("--email", "The member's mail address", RosterRules.Email, required: true);
        var name = Checked.Option("--name", "What the pod calls this person", RosterRules.Name, required: true);
        var side = Checked.Option("--side", "sales or marketing", RosterRules.Side, required: true);
        var podLead = Checked.Flag("--pod-lead", "Team lead of this side");
        var admin = Checked.Flag("--admin", "May change the pod's set-up");
        var zone = Checked.Option("--time-zone", "IANA time zone; the pod's when left out", RosterRules.TimeZone);
        var language = Checked.Option("--language", "Language of what the bot says to this person; the pod's when left out", RosterRules.Language);
        var slack = Checked.Option("--slack-user", "Id of the person's Slack account, such as U0123ABCD", RosterRules.SlackUser);
        var teams = Checked.Option("--teams-user", "Object id of the person in Microsoft Entra", RosterRules.TeamsUser);
        var calendar = new CalendarOptions("the pod's when left out");
        var command = new Command("add", "Add a member, or change the one with this mail address") { pod, email, name, side, podLead, admin, zone, language, slack, teams, calendar.Hours, calendar.Holidays };
        command.SetAction((parsed, ct) =>
        {
            var draft = new MemberDraft(parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), RosterRules.SideOf(parsed.GetRequiredValue(side))!.Value)
            {
                PodLead = parsed.GetResult(podLead) is null ? null : parsed.GetValue(podLead) ?? true,
                Admin = parsed.GetResult(admin) is null ? null : parsed.GetValue(admin) ?? true,
                TimeZone = parsed.GetValue(zone),
                Language = parsed.GetValue(language),
                SlackUser = parsed.GetValue(slack),
                TeamsUser = parsed.GetValue(teams),
                Hours = calendar.HoursOf(parsed),
                Holidays = calendar.HolidaysOf(parsed),
            };
            return desk.WithStore(SqliteOpen.Visitor, store => Save(desk, store, new PodId(parsed.GetRequiredValue(pod)), draft, ct), ct);
        });
        return command;
    }

    private static async Task<int> Save(CommandDesk desk, IStore store, PodId pod, MemberDraft draft, CancellationToken ct)
    {
        if (await RosterConflicts.NoPod(store, pod, ct) is { } noPod)
            return await desk.Refuse(noPod);
        if (RosterConflicts.Account(draft, await store.Members(pod, ct)) is { } taken)
            return await desk.Refuse(taken);
        return await new RosterWriter(store).Save(pod, draft, ct) switch
        {
            Saved.Added => await desk.Say($"{draft.Name} is added to pod {pod}."),
            Saved.Updated => await desk.Say($"{draft.Name} is changed in pod {pod}."),
            _ => await desk.Say($"{draft.Name} is so already in pod {pod}; nothing was changed."),
        };
    }

    private static Command Remove(CommandDesk desk)
    {
        var pod = Checked.Option("--pod", "Id of the pod", RosterRules.PodId, required: true);
        var email = Checked.Option("--email", "The member's mail address", RosterRules.Email, required: true);
        var command = new Command("remove", "Take a member off the roster; the history keeps naming them") { pod, email };
        command.SetAction((parsed, ct) => desk.WithStore(
            SqliteOpen.Visitor, store => Remove(desk, store, new PodId(parsed.GetRequiredValue(pod)), parsed.GetRequiredValue(email), ct), ct));
        return command;
    }

    private static async Task<int> Remove(CommandDesk desk, IStore store, PodId pod, string email, CancellationToken ct)
    {
        if (await RosterConflicts.NoPod(store, pod, ct) is { } noPod)
            return await desk.Refuse(noPod);
        if (await store.FindMemberByEmail(pod, email, ct) is not { } member)
            return await desk.Refuse($"Nobody with the mail address {Shown.Of(email)} is on the roster of pod {pod}. See members list --pod {pod}");
        if (!member.Active)
            return await desk.Say($"{member.Name} has left the roster of pod {pod} already.");

        await store.SaveMember(member with { Active = false }, ct);
        var open = (await store.ListLeads(new LeadQuery(pod, InWork, member.Id, null, 200), ct)).Leads.Count;
        return await desk.Say($"{member.Name} has left the roster of pod {pod}." + (open == 0 ? string.Empty : $" Leads still with them: {open}. A team lead can reassign these in the channel."));
    }

    private static Command List(CommandDesk desk)
    {
        var pod = Checked.Option("--pod", "Only the members of this pod", RosterRules.PodId);
        var command = new Command("list", "Show the members") { pod };
        command.SetAction((parsed, ct) => desk.WithStore(SqliteOpen.Visitor, store => List(desk, store, parsed.GetValue(pod), ct), ct));
        return command;
    }

    private static async Task<int> List(CommandDesk desk, IStore store, string? only, CancellationToken ct)
    {
        if (only is not null && await RosterConflicts.NoPod(store, new PodId(only), ct) is { } noPod)
            return await desk.Refuse(noPod);
        var rows = new List<string[]>();
        foreach (var pod in (await store.Pods(ct)).Where(pod => only is null || pod.Id.Value == only))
            rows.AddRange((await store.Members(pod.Id, ct)).Select(Row));
        return rows.Count == 0
            ? await desk.Say("There are no members yet. Add one: members add --pod ID --email ADDRESS --name NAME --side sales")
            : await desk.Table(["POD", "NAME", "EMAIL", "SIDE", "ROLES", "TIME ZONE", "SLACK", "TEAMS", "ROSTER"], rows);
    }

    private static string[] Row(Member member)
    {
        var roles = string.Join(' ', new[] { member.PodLead ? "pod-lead" : null, member.Admin ? "admin" : null }.OfType<string>().DefaultIfEmpty("-"));
        return
        [
            member.Pod.Value, member.Name, member.Email, member.Side == Side.Sales ? "sales" : "marketing", roles, member.TimeZone ?? "-",
            member.SlackUser ?? "-", member.TeamsUser ?? "-", member.Active ? "on" : "left",
        ];
    }
}
