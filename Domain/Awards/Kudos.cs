using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>A thank-you from one side to the other.</summary>
/// <param name="Id">Ten letters and digits.</param>
public sealed record Kudos(string Id, PodId Pod, MemberId From, MemberId To, Instant At, string Words, KudosState State)
{
    /// <summary>The longest thank-you, in UTF-16 units.</summary>
    public const int WordsLimit = 280;

    /// <summary>How many one person gives a day, by the pod's calendar; one that was taken back still counts.</summary>
    public const int PerDay = 5;

    public bool Shown => State is KudosState.Given;
}

/// <summary>What became of a thank-you.</summary>
public abstract record KudosState
{
    private KudosState()
    {
    }

    public sealed record Given : KudosState
    {
        public static readonly Given Instance = new();
    }

    /// <summary>Taken back by who gave it.</summary>
    public sealed record Withdrawn(Instant At) : KudosState;

    /// <summary>Somebody found it out of place; hidden until a team lead decides.</summary>
    public sealed record Reported(MemberId By, Instant At) : KudosState;

    /// <summary>A team lead removed it.</summary>
    public sealed record Removed(MemberId By, Instant At) : KudosState;
}

/// <summary>What can be done with a thank-you that was given.</summary>
public enum KudosAct
{
    Withdraw,
    Report,

    /// <summary>A team lead finds nothing wrong with it.</summary>
    PutBack,
    Remove,
}

/// <summary>The rules of kudos.</summary>
public static class KudosRules
{
    /// <param name="today">How many the giver gave today already.</param>
    /// <returns>Null when it can be given.</returns>
    public static KudosRefusal? Check(Member from, Member to, string words, int today)
    {
        if (to.Id == from.Id)
            return KudosRefusal.ToOneself;
        if (!to.Active || to.Pod != from.Pod)
            return KudosRefusal.NobodyHere;
        if (to.Side == from.Side)
            return KudosRefusal.SameSide;
        return words.Trim().Length switch
        {
            0 => KudosRefusal.NoWords,
            > Kudos.WordsLimit => KudosRefusal.TooLong,
            _ => today >= Kudos.PerDay ? KudosRefusal.EnoughToday : null,
        };
    }

    /// <summary>The thank-you after the act, itself when it is so already, or why not.</summary>
    public static (Kudos? Next, KudosRefusal? Why) Decide(Kudos kudos, KudosAct act, Member by, Instant now) => (act, kudos.State) switch
    {
        (KudosAct.Withdraw, _) when by.Id != kudos.From => (null, KudosRefusal.NotYours),
        (KudosAct.PutBack or KudosAct.Remove, _) when !by.PodLead => (null, KudosRefusal.PodLeadsOnly),
        (KudosAct.Withdraw, KudosState.Withdrawn) or (KudosAct.Report, KudosState.Reported) or (KudosAct.PutBack, KudosState.Given) or (KudosAct.Remove, KudosState.Removed) => (kudos, null),
        (_, KudosState.Withdrawn or KudosState.Removed) => (null, KudosRefusal.Gone),
        (KudosAct.Withdraw, _) => (kudos with { State = new KudosState.Withdrawn(now) }, null),
        (KudosAct.Report, _) => (kudos with { State = new KudosState.Reported(by.Id, now) }, null),
        (KudosAct.PutBack, _) => (kudos with { State = KudosState.Given.Instance }, null),
        (KudosAct.Remove, _) => (kudos with { State = new KudosState.Removed(by.Id, now) }, null),
        _ => throw new NotSupportedException($"No rule for {act}."),
    };
}

/// <summary>Why a thank-you is refused.</summary>
public enum KudosRefusal
{
    ToOneself,
    SameSide,
    NobodyHere,
    NoWords,
    TooLong,
    EnoughToday,
    NotYours,
    PodLeadsOnly,
    Gone,
}
