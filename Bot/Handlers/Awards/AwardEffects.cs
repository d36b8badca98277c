using AlignmentBot.Bot.Channels;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>What is owed to people about the awards: never a vote, and nothing private outside of somebody's hours.</summary>
public sealed class AwardEffects(ChannelSet channels, IStore store)
{
    /// <param name="because">Makes the effect one of its own, such as <c>v3</c>.</param>
    public ValueList<Owed> InChannel(Pod pod, string subject, string because, Instant now) => channels.Of(pod)
        .Select(place => Owe(place.Door, place.Conversation, subject, because, now))
        .ToValueList();

    /// <summary>After the year's last round, however it ended: what the whole year came to.</summary>
    public ValueList<Owed> YearOf(Pod pod, YearMonth month, Instant now) =>
        month.Month == 12 ? InChannel(pod, AwardSubjects.Year(pod.Id, month.Year), "first", now) : [];

    /// <summary>A private message: now, or when its reader works again. Neither when the reader has no place to be told.</summary>
    public (Owed? Now, Timer? Later) InPrivate(Member member, Pod pod, string subject, Instant now)
    {
        if (channels.Of(member) is not { } place)
            return (null, null);
        var start = WorkingTime.NextStart(now, WorkCalendar.Of(member, pod));
        return start is null || start <= now
            ? (Owe(place.Door, place.Conversation, subject, "first", now), null)
            : (null, AwardTimers.Holding(subject, start.Value));
    }

    /// <summary>The private cards of these members anew, where they were posted.</summary>
    public async Task<ValueList<Owed>> Again(IEnumerable<(Member Member, string Subject)> cards, string because, Instant now, CancellationToken ct)
    {
        var owed = new List<Owed>();
        foreach (var (member, subject) in cards)
        {
            if (channels.Of(member) is { } place && await store.FindMessage(place.Door, place.Conversation, subject, ct) is not null)
                owed.Add(Owe(place.Door, place.Conversation, subject, because, now));
        }

        return owed.ToValueList();
    }

    private static Owed Owe(Door door, string conversation, string subject, string because, Instant now) =>
        new($"{door.ToString().ToLowerInvariant()}:{subject}/{because}", door, conversation, subject, null, subject, now);
}
