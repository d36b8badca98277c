using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>What becomes of a roster: who is on it with which facts, who leaves it, who could not be taken.</summary>
/// <param name="Kept">Members to be saved as they stand here.</param>
/// <param name="Removed">Members who were chosen before and are no longer; to be taken off.</param>
public sealed record RosterPlan(ValueList<Member> Kept, ValueList<Member> Removed, ValueList<LeftOut> LeftOut)
{
    /// <summary>
    /// Joins the chosen people with the roster there is. Somebody is recognised by their account, else by their mail address; what the
    /// platform knows of them (zone, language, address) follows the platform, what it does not know stays. Members without an account at this
    /// platform are not its affair and stay.
    /// </summary>
    /// <param name="chosen">Everybody who was chosen, each once, with the side.</param>
    /// <param name="newId">Makes an id for a new member.</param>
    public static RosterPlan Of(Pod pod, Door door, IReadOnlyCollection<Member> known, IReadOnlyList<ChosenPerson> chosen, Func<MemberId> newId)
    {
        var kept = new List<Member>();
        var leftOut = new List<LeftOut>();
        foreach (var person in chosen)
        {
            if (Obstacle(person.Colleague) is { } obstacle)
                leftOut.Add(new LeftOut(person.Colleague.Name, obstacle));
            else if (Join(pod, door, known, person, newId) is var member && IsTaken(member, known.Where(other => other.AccountAt(door) is null).Concat(kept)))
                leftOut.Add(new LeftOut(person.Colleague.Name, LeftOutReason.SameEmail));
            else
                kept.Add(member);
        }

        var removed = known.Where(member => member.Active && member.AccountAt(door) is not null && kept.TrueForAll(stays => stays.Id != member.Id));
        return new RosterPlan(kept.ToValueList(), removed.ToValueList(), leftOut.ToValueList());
    }

    private static Member Join(Pod pod, Door door, IReadOnlyCollection<Member> known, ChosenPerson person, Func<MemberId> newId)
    {
        var colleague = person.Colleague;
        var email = colleague.Email!.ToLowerInvariant();
        var member = known.FirstOrDefault(member => member.AccountAt(door) == colleague.Account)
            ?? known.FirstOrDefault(member => EmailKey.Of(member.Email) == EmailKey.Of(email))
            ?? new Member(newId(), pod.Id, email, colleague.Name, person.Side);
        return member.LinkedTo(door, colleague.Account) with
        {
            Email = email,
            Name = colleague.Name,
            Side = person.Side,
            PodLead = person.PodLead,
            Admin = member.Admin || person.SetsUp,
            TimeZone = colleague.TimeZone ?? member.TimeZone,
            Language = colleague.Language ?? member.Language,
            Active = true,
        };
    }

    private static bool IsTaken(Member member, IEnumerable<Member> others) =>
        others.Any(other => other.Id != member.Id && EmailKey.Of(other.Email) == EmailKey.Of(member.Email));

    private static LeftOutReason? Obstacle(Colleague colleague) => colleague.Standing switch
    {
        Standing.Guest => LeftOutReason.Guest,
        Standing.Outsider => LeftOutReason.Outsider,
        Standing.Bot => LeftOutReason.Bot,
        Standing.Gone => LeftOutReason.Gone,
        Standing.Member => FieldRules.IsEmail(colleague.Email ?? string.Empty) ? null : LeftOutReason.NoEmail,
    };
}

/// <param name="SetsUp">Whether they set up the pod themselves: then they may change it later.</param>
public sealed record ChosenPerson(Colleague Colleague, Side Side, bool PodLead, bool SetsUp);
