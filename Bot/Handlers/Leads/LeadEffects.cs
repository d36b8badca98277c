using System.Globalization;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>What is owed to people when something has happened to a lead: the card anew, a line in its thread, a word in private.</summary>
public sealed class LeadEffects(ChannelSet channels)
{
    /// <param name="after">The lead as it is now.</param>
    /// <param name="version">The lead's new version.</param>
    public ValueList<Owed> Of(LeadView after, long version, ValueList<LeadEvent> events, Instant now)
    {
        var subject = Subjects.Lead(after.Lead.Id);
        var owed = new List<Owed>();
        foreach (var (door, conversation) in channels.Of(after.Pod))
        {
            owed.Add(new Owed(Effect(door, subject, version), door, conversation, subject, null, subject, now));
            owed.AddRange(events.Where(LeadLine.IsDue).Select(happened => Line(door, conversation, happened, now)));
        }

        owed.AddRange(events.SelectMany(happened => Notice(after, happened, now)));
        return owed.ToValueList();
    }

    /// <summary>The card anew although nothing has happened to the lead, such as when time has passed.</summary>
    public ValueList<Owed> Redraw(LeadView view, string because, Instant now)
    {
        var subject = Subjects.Lead(view.Lead.Id);
        return channels.Of(view.Pod)
            .Select(place => new Owed($"{Name(place.Door)}:{subject}/{because}", place.Door, place.Conversation, subject, null, subject, now))
            .ToValueList();
    }

    /// <summary>What somebody wrote below the card on one platform, for the others. The words themselves travel beside it until all have shown
    /// them. The local page is none of the others: it draws its messages whenever somebody looks.</summary>
    public (ValueList<Owed> Owed, CarriedWords? Words) Carry(LeadView after, LeadEvent said, string? words, Instant now)
    {
        if (said.Fact is not LeadFact.Commented { Link: null } || string.IsNullOrWhiteSpace(words))
            return ([], null);
        var subject = Subjects.Said(said.Lead, said.Number);
        var owed = channels.Of(after.Pod)
            .Where(place => place.Door != said.Door && place.Door != Door.Local)
            .Select(place => new Owed($"{Name(place.Door)}:{subject}", place.Door, place.Conversation, subject, Subjects.Lead(said.Lead), subject, now))
            .ToValueList();
        return (owed, owed.Count == 0 ? null : new CarriedWords(subject, TextCut.To(words.Trim(), SaidLine.Longest), now));
    }

    private static Owed Line(Door door, string conversation, LeadEvent happened, Instant now)
    {
        var line = Subjects.Line(happened.Lead, happened.Number);
        return new Owed($"{Name(door)}:{line}", door, conversation, line, Subjects.Lead(happened.Lead), line, now);
    }

    /// <summary>The private words that are not said at once but in their reader's own hours, joined with what else waits for them.</summary>
    public static ValueList<Nudge> Waiting(LeadView after, ValueList<LeadEvent> events) => events
        .Where(happened => LeadNotice.To(after, happened) is { } to && Waits(after, happened, to))
        .Select(happened => (Subject: Subjects.Notice(happened.Lead, happened.Number), To: LeadNotice.To(after, happened)!.Value))
        .Select(notice => new Nudge(notice.Subject, after.Pod.Id, notice.To, notice.Subject, after.Now))
        .ToValueList();

    /// <summary>Who does not work now is not disturbed. What somebody takes over comes with many others: it is always joined.</summary>
    private static bool Waits(LeadView after, LeadEvent happened, MemberId to) =>
        happened.Fact is LeadFact.Covered
        || (after.Roster.Find(to) is { } reader && !WorkingTime.IsWorking(after.Now, WorkCalendar.Of(reader, after.Pod)));

    private IEnumerable<Owed> Notice(LeadView after, LeadEvent happened, Instant now)
    {
        if (LeadNotice.To(after, happened) is not { } member || Waits(after, happened, member))
            yield break;
        if (after.Roster.Find(member) is not { } addressee || channels.Of(addressee) is not { } place)
            yield break;
        var notice = Subjects.Notice(happened.Lead, happened.Number);
        yield return new Owed($"{Name(place.Door)}:{notice}", place.Door, place.Conversation, notice, null, notice, now);
    }

    private static string Effect(Door door, string subject, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name(door)}:{subject}/v{version}");

    private static string Name(Door door) => door.ToString().ToLowerInvariant();
}
