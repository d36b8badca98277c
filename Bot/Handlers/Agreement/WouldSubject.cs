using System.Globalization;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>What would have happened while a pod only watches: <c>would/WHAT/LEAD/AT/MEMBER</c>. It is told as it was then, whatever has become of the lead.</summary>
public sealed record WouldSubject(WouldBe What, LeadId Lead, Instant At, MemberId? To)
{
    private const string Prefix = "would/";

    public static WouldSubject Of(LadderMove move, LeadId lead, Clause clause, Instant now) => move switch
    {
        LadderMove.Tell { Says: LadderSays.Remind or LadderSays.RemindSide } tell => new WouldSubject(WouldBe.Reminded, lead, now, tell.To),
        LadderMove.Tell tell => new WouldSubject(WouldBe.Told, lead, now, tell.To),
        LadderMove.Say => new WouldSubject(WouldBe.Said, lead, now, null),
        LadderMove.PassOn passOn => new WouldSubject(WouldBe.PassedOn, lead, now, passOn.To.Id),
        _ => throw new NotSupportedException($"{move.GetType().Name} about {clause} is told to nobody."),
    };

    public static WouldSubject? Parse(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length..].Split('/') is [var what, var lead, var at, var to]
            && Enum.GetValues<WouldBe>().Cast<WouldBe?>().FirstOrDefault(known => NameOf(known!.Value) == what) is { } found
            && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks)
            ? new WouldSubject(found, new LeadId(lead), Instant.FromUnixTimeTicks(ticks), to.Length == 0 ? null : new MemberId(to))
            : null;

    /// <summary>The start of the pod's next working day: it is told once a day.</summary>
    public static Instant ToldAt(Instant now, Pod pod)
    {
        var tomorrow = pod.Zone.AtStartOfDay(now.InZone(pod.Zone).Date.PlusDays(1)).ToInstant();
        return WorkingTime.NextStart(tomorrow, WorkCalendar.Of(pod)) ?? tomorrow;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{NameOf(What)}/{Lead}/{At.ToUnixTimeTicks()}/{To}");

    private static string NameOf(WouldBe what) => what switch
    {
        WouldBe.Reminded => "reminded",
        WouldBe.Told => "told",
        WouldBe.Said => "said",
        WouldBe.PassedOn => "passed",
    };
}
