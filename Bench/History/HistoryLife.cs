using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bench.History;

/// <summary>One lead's life, step by step through the rules of the product, until the history's end cuts it off.</summary>
internal sealed class HistoryLife
{
    private static readonly Actor Crm = new Actor.Crm("sample");

    private static readonly (RejectionReason Reason, double Weight)[] Reasons =
        [.. RejectionReason.Defaults.Zip([2.6, 2.2, 1.1, 1.8, 1.2, 1.0, 0.7, 0.5])];

    private static readonly string[] LossReasons = ["No reply", "Chose a competitor", "No budget this year", "Project stopped", "Price"];

    private readonly int number;
    private readonly Dice dice;
    private readonly HistoryCampaign campaign;
    private readonly List<LeadEvent> events = [];
    private readonly LeadId id;
    private Lead? lead;
    private Instant at;

    private HistoryLife(int number)
    {
        this.number = number;
        id = SampleLeads.Id(number);
        dice = new Dice((ulong)number * 0xD1342543DE82EF95 + 20260601);
        campaign = dice.Weighted(HistoryCampaign.All, each => each.Weight);
        at = HistoryCalendar.Arrival(dice);
    }

    private Member Marketer => HistoryPeople.Marketers[campaign.Marketer];

    private double Progress => HistoryCalendar.Progress(at);

    public static LeadWrite Make(int number)
    {
        var life = new HistoryLife(number);
        life.Live();
        return new LeadWrite(life.lead!, 0, life.events.ToValueList());
    }

    private void Live()
    {
        var whole = dice.Falls(0.8 + Progress * 0.14);
        Do(new LeadCommand.HandOver(id, HistoryPeople.Pod, HistoryCalendar.PolicyAt(at).Agreement.Version, HistoryBriefs.Of(number, dice, campaign, whole), null), Crm);
        if (!whole && !(dice.Falls(0.9) && Later(dice.LongTailed(3), HistoryBriefs.Supplied(number), Marketer)))
            return;
        if (Decided(HistoryPeople.Reps, offers: 2) is { } owner)
            Work(owner);
    }

    /// <summary>Offers the lead until somebody accepts it, or nobody does.</summary>
    private RepHabit? Decided(IReadOnlyList<RepHabit> reps, int offers)
    {
        var rep = dice.Weighted(reps, each => each.Takes);
        var accepts = Math.Min(0.98, ChanceToAccept(rep) * (0.94 + Progress * 0.12));
        if (dice.Falls(accepts))
            return Accepted(rep) ? rep : null;
        if (!Later(WaitOf(rep), new LeadCommand.Reject(Rejection()), rep.Member))
            return null;
        return Answered() && offers > 1 ? Decided([.. reps.Where(other => other != rep)], offers - 1) : null;
    }

    private bool Accepted(RepHabit rep)
    {
        if (!Later(WaitOf(rep), new LeadCommand.Accept(), rep.Member))
            return false;

        // A slip of the finger now and then, taken back within the minute.
        return !dice.Falls(0.015)
            || (After(Duration.FromSeconds(40), new LeadCommand.Undo(), rep.Member) && Later(0.1, new LeadCommand.Accept(), rep.Member));
    }

    private double ChanceToAccept(RepHabit rep)
    {
        var chance = rep.Accepts * (0.75 + campaign.Quality * 0.25);
        if (!rep.PicksBig)
            return chance;
        return lead!.Brief.Company.Employees is >= 250 || lead.Brief.Score is >= 80 ? 0.97 : 0.4;
    }

    /// <summary>Working hours until the rep decides.</summary>
    private double WaitOf(RepHabit rep)
    {
        if (rep.AtTheLastMinute)
            return 0.86 + dice.Share() * 0.16;
        if (rep.RejectsAtOnce && dice.Falls(0.3))
            return Math.Max(0.01, HoursToHalfPastFour() + dice.Share() * 0.08);
        return dice.LongTailed(rep.DecideMinutes / 60 * (1.3 - Progress * 0.5));
    }

    private double HoursToHalfPastFour()
    {
        var local = at.InZone(HistoryPeople.Pod.Zone).TimeOfDay;
        var hours = (new LocalTime(16, 30) - local).ToDuration().TotalHours;
        return hours is > 0 and < 7.5 ? hours : 7.5;
    }

    private Rejection Rejection() => new(
        dice.Weighted(Reasons, each => each.Weight).Reason,
        dice.Falls(0.6 + Progress * 0.3) ? "They asked us to come back later." : null);

    /// <summary>Marketing replies, repairs, recycles or offers again. True when the lead is offered again.</summary>
    private bool Answered()
    {
        if (!dice.Falls(0.8 + Progress * 0.15))
            return false;
        var hours = dice.LongTailed(5 - Progress * 2);
        var rejection = ((LeadState.Rejected)lead!.State).Rejection.Reason;
        if (rejection.Family == RejectionFamily.Procedural)
            return Later(hours, new LeadCommand.ReOffer(null), Marketer);
        if (rejection.Family == RejectionFamily.Clerical)
            return Later(hours, new LeadCommand.Repair([new NamedValue(BriefFields.Phone, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"+31 20 55{events.Count % 10} {number % 10_000:0000}"))]), Marketer);
        if (dice.Falls(0.6))
            Later(hours, new LeadCommand.Comment($"sample-{number}"), Marketer);
        Later(dice.LongTailed(8), new LeadCommand.Recycle(null), Marketer);
        return false;
    }

    private void Work(RepHabit owner)
    {
        if (dice.Falls(0.03))
        {
            if (!Later(dice.LongTailed(6), new LeadCommand.Release("On leave next week"), owner.Member) || Decided([.. HistoryPeople.Reps.Where(rep => rep != owner)], 1) is not { } other)
                return;
            owner = other;
        }

        if (!dice.Falls(0.93) || !Later(dice.LongTailed(owner.ContactHours), _ => new LeadCommand.Contact(at), owner.Member))
            return;
        if (owner.GivesUp && dice.Falls(0.6))
            Later(dice.LongTailed(3), _ => new LeadCommand.Lose(at, "No reply"), owner.Member);
        else
            Convert(owner, campaign.Quality * owner.Closes * (0.9 + Progress * 0.25));
    }

    private void Convert(RepHabit owner, double odds)
    {
        if (!Stage(owner, 0.55 * odds, 16, () => new LeadCommand.Qualify(at)))
            return;
        if (!Stage(owner, 0.55 * odds, 40, () => new LeadCommand.OpenOpportunity(at, Amount())))
            return;
        Stage(owner, 0.38 * odds, 110, () => new LeadCommand.Win(at, null));
    }

    /// <summary>Reached; or lost, or left lying.</summary>
    private bool Stage(RepHabit owner, double chance, double hours, Func<LeadCommand> reached)
    {
        if (dice.Falls(Math.Min(0.95, chance)))
            return Later(dice.LongTailed(hours), _ => reached(), owner.Member);
        if (dice.Falls(0.75))
            Later(dice.LongTailed(hours * 1.3), _ => new LeadCommand.Lose(at, dice.Of(LossReasons)), owner.Member);
        return false;
    }

    private Money Amount() => new(Math.Round((decimal)dice.LongTailed(14_000, 0.7) / 500) * 500 + 500, dice.Falls(0.9) ? "EUR" : "GBP");

    private bool Later(double workingHours, LeadCommand command, Member by) => Later(workingHours, _ => command, by);

    private bool Later(double workingHours, Func<Instant, LeadCommand> command, Member by)
    {
        at = HistoryCalendar.After(at, workingHours);
        return at <= HistoryCalendar.End && Do(command(at), new Actor.Person(by));
    }

    private bool After(Duration wait, LeadCommand command, Member by)
    {
        at += wait;
        return at <= HistoryCalendar.End && Do(command, new Actor.Person(by));
    }

    private bool Do(LeadCommand command, Actor actor)
    {
        if (LeadDecider.Decide(lead, command, actor, at, HistoryCalendar.PolicyAt(at)) is not Decision.Happened happened)
            throw new InvalidOperationException($"Sample lead {number}: {command.GetType().Name} was not granted.");
        foreach (var fact in happened.Facts)
            events.Add(new LeadEvent(id, events.Count + 1, at, actor.Author, actor is Actor.Crm ? Door.Api : Door.Slack, fact));
        lead = happened.Next;
        return true;
    }
}
