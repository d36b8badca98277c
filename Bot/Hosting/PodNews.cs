using System.Collections.Immutable;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Says which pod's leads have just changed, to those who show them live. Nothing is owed by it: who does not listen hears nothing.</summary>
public sealed class PodNews
{
    private ImmutableArray<Action<PodId>> listeners = [];

    /// <param name="listener">Called on the thread that made the change, so it must not wait.</param>
    public void Listen(Action<PodId> listener) => ImmutableInterlocked.Update(ref listeners, known => known.Add(listener));

    public void Tell(PodId pod)
    {
        foreach (var listener in listeners)
            listener(pod);
    }
}
