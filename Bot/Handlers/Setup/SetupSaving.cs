using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Makes a wish true: the pod bound to its channel, and its roster. Doing it twice leads to the same pod.</summary>
public sealed class SetupSaving(IStore store, Rosters rosters, RosterLeaving leaving) : IDisposable
{
    /// <summary>Two people who set up one channel at once make one pod, not two.</summary>
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public async Task<SetupOutcome> Save(SetupVisit.Granted visit, SetupWish wish, CancellationToken ct)
    {
        var texts = Texts.For(visit.Reader.Language);
        var (people, fault) = await SetupPeople.Read(visit, wish, texts, ct);
        if (fault is not null)
            return new SetupOutcome.Faulty(fault);

        await oneAtATime.WaitAsync(ct);
        try
        {
            var pods = await store.Pods(ct);
            var door = visit.Workplace.Door;
            var bound = pods.FirstOrDefault(known => known.ConversationAt(door) == visit.Conversation);
            var pod = (bound ?? new Pod(PodIds.For(wish.Name, pods), wish.Name, wish.TimeZone)).BoundTo(door, visit.Conversation) with { Name = wish.Name, TimeZone = wish.TimeZone };
            var known = bound is null ? [] : await store.Members(pod.Id, ct);
            var plan = RosterPlan.Of(pod, door, [.. known], people, NewIds.Member);
            return Enum.GetValues<Side>().Where(side => plan.Kept.All(member => member.Side != side)).Select(side => (Side?)side).FirstOrDefault() is { } empty
                ? new SetupOutcome.Faulty(texts["setup.error.nobody", texts[empty == Side.Sales ? "setup.sales" : "setup.marketing"]])
                : new SetupOutcome.Saved(await Write(visit, pod, plan, ct));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<SetupResult> Write(SetupVisit.Granted visit, Pod pod, RosterPlan plan, CancellationToken ct)
    {
        await store.SavePod(pod, ct);
        foreach (var member in plan.Kept)
            await store.SaveMember(member, ct);
        rosters.Forget(pod.Id);
        foreach (var member in plan.Removed)
            await leaving.TakeOff(member, visit.Workplace.Door, ct);
        rosters.Forget(pod.Id);
        var roster = await store.Members(pod.Id, ct);
        return new SetupResult(pod, visit.Workplace.Door, visit.Room.Name, roster.ToValueList(), plan.LeftOut, plan.Removed.Select(member => member.Name).ToValueList());
    }
}

/// <summary>How a set-up ended.</summary>
public abstract record SetupOutcome
{
    private SetupOutcome()
    {
    }

    public sealed record Saved(SetupResult Setup) : SetupOutcome;

    /// <summary>Nothing was saved; the sentence says what to change.</summary>
    public sealed record Faulty(string Sentence) : SetupOutcome;
}
