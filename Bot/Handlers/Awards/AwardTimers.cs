using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>The due dates of the awards. Keys and kinds stand in the store, so they are never renamed.</summary>
public static class AwardTimers
{
    /// <summary>Once a day: every pod has a date for its next round.</summary>
    public const string Plan = "award-plan";

    public const string Open = "award-open";
    public const string Remind = "award-remind";
    public const string Close = "award-close";
    public const string Announce = "award-announce";

    /// <summary>Destroys the key of a round that is sealed.</summary>
    public const string Destroy = "award-destroy";

    /// <summary>A private message that waits for its reader's working hours.</summary>
    public const string Private = "award-private";

    public static bool Knows(string kind) => kind is Plan or Open or Remind or Close or Announce or Destroy or Private;

    public static Timer Planning(Instant due) => new(Plan, due, Plan, string.Empty);

    public static Timer Opening(PodId pod, RoundId round, Instant due) => new($"award/open/{pod}", due, Open, round.Value);

    public static Timer Holding(string subject, Instant due) => new($"award/private/{subject}", due, Private, subject);

    public static Timer Destroying(RoundId round, Instant due) => new($"award/destroy/{round}", due, Destroy, round.Value);

    /// <summary>The due dates that belong to a round's state.</summary>
    public static (ValueList<Timer> Set, ValueList<string> Cancelled) After(Round round, RoundCalendar calendar, Instant now)
    {
        Timer At(string kind, Instant due) => new($"award/{kind["award-".Length..]}/{round.Id}", due, kind, round.Id.Value);
        var (close, remind, announce) = (At(Close, default).Key, At(Remind, default).Key, At(Announce, default).Key);
        return round.State switch
        {
            RoundState.Open open => calendar.Reminders(open.ClosesAt, now) is [var next, ..]
                ? ([At(Close, open.ClosesAt), At(Remind, next)], [])
                : ([At(Close, open.ClosesAt)], [remind]),
            RoundState.Paused => ([], [close, remind]),
            RoundState.Closed closed => ([At(Announce, closed.AnnounceAt), Destroying(round.Id, now)], [close, remind]),
            RoundState.Announced => ([], [announce]),
            RoundState.Cancelled => ([Destroying(round.Id, now)], [close, remind, announce]),
            _ => throw new NotSupportedException($"No due dates for {round.State.GetType().Name}."),
        };
    }
}
