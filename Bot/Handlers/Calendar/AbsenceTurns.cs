using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>What happens when somebody goes and when they come back. One timer per person looks at their days off; looking twice changes nothing.</summary>
public sealed class AbsenceTurns(IStore store, Rosters rosters, OpenLeads open, LeadDesk desk, BotClock clock)
{
    /// <summary>Looks at one person's days off. Subject: the member's id.</summary>
    public const string Kind = "absence";

    /// <summary>Who came back longer ago is no news.</summary>
    private static readonly Duration News = Duration.FromDays(3);

    private static readonly ValueList<string> Reservable = [StateNames.Incomplete, StateNames.Offered];

    /// <summary>Has somebody's days off looked at now.</summary>
    public static Timer Look(Member member, Instant now) => new($"absence/{member.Id}", now, Kind, member.Id.Value);

    public async Task Turn(Timer timer, CancellationToken ct)
    {
        var now = clock.Now;
        var commit = new Commit { FinishedTimer = timer.Key };
        if (await store.FindMember(new MemberId(timer.Subject), ct) is { Active: true } member && await rosters.Find(member.Pod, ct) is { } here)
        {
            if (Absence.At(member, here.Pod, now) is { } off)
                await Cover(member, off, here, now, ct);
            commit = Nudges.With(commit, Back(member, here, now), now);
            if (Next(member, here.Pod, now) is { } next)
                commit = commit with { Timers = [.. commit.Timers, timer with { Due = next }] };
        }

        await store.Commit(commit, ct);
    }

    /// <summary>Who takes over: the rep who was named, if they are there themselves.</summary>
    public static Member? BackupOf(Member member, DaysOff off, Pod pod, Roster roster, Instant now) =>
        off.Backup is { } id && roster.Find(id) is { Active: true } backup && backup.Id != member.Id && backup.Side == member.Side && Absence.At(backup, pod, now) is null
            ? backup
            : null;

    /// <summary>The team leads of somebody's side, and who takes over.</summary>
    public static IEnumerable<Member> Concerned(Member member, DaysOff off, PodRoster here) => here.Roster.Members
        .Where(other => other.Active && other.Id != member.Id && ((other.PodLead && other.Side == member.Side) || other.Id == off.Backup));

    /// <summary>Everything that somebody has goes to who takes over, or to every rep.</summary>
    private async Task Cover(Member member, DaysOff off, PodRoster here, Instant now, CancellationToken ct)
    {
        if (member.Side != Side.Sales)
            return;
        var backup = BackupOf(member, off, here.Pod, here.Roster, now);
        var inWork = await open.Newest(new LeadQuery(here.Pod.Id, OpenLeads.InWork, member.Id, null, 1), ct);
        var kept = await open.Newest(new LeadQuery(here.Pod.Id, Reservable, null, null, 1), ct);
        var theirs = inWork.Leads.Concat(kept.Leads).Where(lead => LeadDecider.WithWhom(lead) == member.Id).Select(lead => lead.Id).ToList();
        foreach (var lead in theirs)
            await desk.Decide(lead, new LeadRequest(Door.Timer, Caller.Bot.Instance, new LeadCommand.Cover(member.Id, backup), null, LeadAnswers.Kept), ct);
    }

    private static ValueList<Nudge> Back(Member member, PodRoster here, Instant now) => member.Off
        .Where(off => Absence.BackAt(off, member, here.Pod) is { } back && back <= now && back > now - News)
        .SelectMany(off => Concerned(member, off, here).Select(other => Word(Subjects.Back(member.Id, off.Until!.Value), other, now)))
        .ToValueList();

    /// <summary>Says it once to this person.</summary>
    public static Nudge Word(string subject, Member to, Instant now) => new($"{subject}/{to.Id}", to.Pod, to.Id, subject, now);

    /// <summary>Says it again although it was said before: the same days can be taken, taken back and taken again.</summary>
    public static Nudge NewWord(string subject, Member to, Instant now) => Word(subject, to, now) with { Key = $"{subject}/{to.Id}/{now.ToUnixTimeTicks()}" };

    private static Instant? Next(Member member, Pod pod, Instant now)
    {
        var zone = WorkCalendar.Of(member, pod).Zone;
        var ahead = member.Off
            .SelectMany(off => new[] { zone.AtStartOfDay(off.From).ToInstant(), Absence.BackAt(off, member, pod) })
            .OfType<Instant>()
            .Where(moment => moment > now)
            .ToList();
        return ahead.Count == 0 ? null : ahead.Min();
    }
}
