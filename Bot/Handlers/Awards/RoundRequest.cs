using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Something that is asked of a round, by whom.</summary>
/// <param name="Delivery">Id of the delivery, or null when it came from no door.</param>
/// <param name="Answer">The answer to keep with the delivery.</param>
public sealed record RoundRequest(Door Door, Actor Actor, RoundCommand Command, string? Delivery, Func<Round, string> Answer)
{
    /// <summary>The timer that asks, finished with the commit.</summary>
    public string? Timer { get; init; }

    public static RoundRequest Of(Storage.Timer timer, RoundCommand command) =>
        new(Door.Timer, Actor.Bot.Instance, command, null, _ => string.Empty) { Timer = timer.Key };
}

/// <summary>How a request to a round ended.</summary>
public abstract record RoundResult
{
    private RoundResult()
    {
    }

    public sealed record Done(Round Round, bool Changed) : RoundResult;

    public sealed record Refused(RoundRefusal Why) : RoundResult;

    /// <summary>The same delivery was handled before.</summary>
    public sealed record Repeated(Delivery Earlier) : RoundResult;
}
