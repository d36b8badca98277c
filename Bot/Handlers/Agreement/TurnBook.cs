using AlignmentBot.Domain;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>How often leads were passed on to whom: read once for steps that are decided together, and carried along from one to the next.
/// The store refuses a count that somebody else has changed meanwhile.</summary>
public sealed class TurnBook(IStore store)
{
    private readonly Dictionary<PodId, Dictionary<MemberId, int>> read = [];

    public async ValueTask<IReadOnlyDictionary<MemberId, int>> Of(PodId pod, CancellationToken ct)
    {
        if (!read.TryGetValue(pod, out var turns))
            read[pod] = turns = new Dictionary<MemberId, int>(await store.Turns(pod, ct));
        return turns;
    }

    /// <summary>Counts turns of a pod that was read, and says what is to be written of it.</summary>
    public ValueList<TurnTaken> Take(PodId pod, ValueList<(MemberId Member, int Taken)> turns)
    {
        var counted = read[pod];
        var writes = turns.Select(turn => new TurnTaken(pod, turn.Member, turn.Taken, counted.TryGetValue(turn.Member, out var before) ? before : null)).ToValueList();
        foreach (var turn in turns)
            counted[turn.Member] = turn.Taken;
        return writes;
    }
}
