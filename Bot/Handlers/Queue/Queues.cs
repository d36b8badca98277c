using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Queue;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Queue;

/// <summary>Draws what somebody has to do, in every pod whose roster they are on.</summary>
public sealed class Queues(IStore store, Rosters rosters, QueueReading reading)
{
    public async Task<Answer> Show(Command command, CancellationToken ct)
    {
        return new Answer.Show((await Draw(command.Who, QueueCard.RowsInMessage, ct)).Card);
    }

    /// <param name="rows">How many leads each heap shows at most.</param>
    public async Task<QueuePage> Draw(Visitor who, int rows, CancellationToken ct)
    {
        var views = new List<QueueView>();
        foreach (var (pod, member) in await PodsOf(who, ct))
            views.Add(await reading.Of(pod, member, ct));
        if (views.Count == 0)
            return new QueuePage(QueueCard.Stranger(Reader.Unknown), Reader.Unknown, []);
        var reader = Reader.Of(views[0].Member, views[0].Pod);
        return new QueuePage(QueueCard.Draw(views.ToValueList(), rows, reader), reader, views.Select(view => view.Pod.Id).ToValueList());
    }

    /// <summary>The pods that somebody is an active member of.</summary>
    public async Task<IReadOnlyList<(PodRoster Pod, Member Member)>> PodsOf(Visitor who, CancellationToken ct)
    {
        var found = new List<(PodRoster, Member)>();
        foreach (var pod in await store.Pods(ct))
        {
            if (await rosters.Find(pod.Id, ct) is { } here && here.Roster.FindByAccount(who.Door, who.Account) is { Active: true } member)
                found.Add((here, member));
        }

        return found;
    }
}

/// <summary>Somebody's queue as it was drawn.</summary>
/// <param name="Reader">For whom the card is to be rendered.</param>
/// <param name="Pods">Of which pods it tells.</param>
public sealed record QueuePage(Card Card, Reader Reader, ValueList<PodId> Pods);
