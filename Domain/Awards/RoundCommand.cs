using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Domain.Awards;

/// <summary>What can be asked of a round that has opened.</summary>
public abstract record RoundCommand
{
    private RoundCommand()
    {
    }

    /// <summary>Has a side with few voters vote openly, or not at all.</summary>
    public sealed record Choose(Award Award, bool VoteOpenly) : RoundCommand;

    public sealed record Pause(string Reason) : RoundCommand;

    public sealed record Resume : RoundCommand;

    public sealed record Extend(string Reason) : RoundCommand;

    public sealed record Cancel(string Reason) : RoundCommand;

    /// <summary>The close is due.</summary>
    /// <param name="Choices">Per ballot that was voted: one per voter who voted, null for an abstention.</param>
    public sealed record Close(IReadOnlyDictionary<Award, IReadOnlyCollection<MemberId?>> Choices) : RoundCommand;

    /// <summary>The announcement is due.</summary>
    public sealed record Announce : RoundCommand;
}

/// <summary>Who runs rounds.</summary>
public static class RoundRights
{
    /// <summary>The pod's admins; its team leads where it has no admin.</summary>
    public static bool MayRun(Member member, IEnumerable<Member> roster)
    {
        if (!member.Active)
            return false;
        return member.Admin || (member.PodLead && !roster.Any(other => other is { Active: true, Admin: true } && other.Pod == member.Pod));
    }
}

/// <summary>What a command leads to.</summary>
public abstract record RoundDecision
{
    private RoundDecision()
    {
    }

    public sealed record Happened(ValueList<RoundFact> Facts, Round Next) : RoundDecision;

    public sealed record Refused(RoundRefusal Why) : RoundDecision;

    /// <summary>It is so already, or not due any more.</summary>
    public sealed record Unchanged : RoundDecision
    {
        public static readonly Unchanged Instance = new();
    }
}
