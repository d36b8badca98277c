using System.Globalization;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Asks the platform whether somebody may set up a pod in a channel: when the form opens, and again when it comes back.</summary>
public sealed class SetupGate(IStore store, Rosters rosters, Queues queues)
{
    public async Task<SetupVisit> Check(IWorkplace workplace, Visitor who, string conversation, CancellationToken ct)
    {
        var setter = await workplace.Person(who.Account, conversation, ct);
        var memberships = await queues.PodsOf(who, ct);
        var reader = setter is null ? Reader.Unknown : ReaderOf(setter);
        var texts = Texts.For(reader.Language);
        var pod = await PodAt(workplace, conversation, ct);
        if (!SetupRights.MaySetUp(pod?.Pod.Id, setter is { RunsWorkplace: true, Standing: Standing.Member }, memberships.Select(found => found.Member)))
            return new SetupVisit.Refused(new Answer.Say(texts[At(workplace.Door, "setup.refused", "setup.refused_teams")], Tone.Warning));
        if (await workplace.Room(conversation, ct) is not { } room)
            return new SetupVisit.Refused(new Answer.Say(texts[At(workplace.Door, "setup.invite", "setup.invite_teams")], Tone.Warning));
        if (!room.IsChannel)
            return new SetupVisit.Refused(new Answer.Say(texts["setup.no_channel"], Tone.Warning));
        return room.BotIsIn
            ? new SetupVisit.Granted(workplace, setter, conversation, room, pod, reader)
            : new SetupVisit.Refused(new Answer.Say(texts[At(workplace.Door, "setup.invite", "setup.invite_teams")], Tone.Warning));
    }

    /// <summary>Who may set up a pod, and how the bot comes into a channel, is each platform's own.</summary>
    private static string At(Door door, string elsewhere, string teams) => door == Door.Teams ? teams : elsewhere;

    private async Task<PodRoster?> PodAt(IWorkplace workplace, string conversation, CancellationToken ct)
    {
        var pods = await store.Pods(ct);
        return pods.FirstOrDefault(pod => pod.ConversationAt(workplace.Door) == conversation) is { } here ? await rosters.Find(here.Id, ct) : null;
    }

    private static Reader ReaderOf(Colleague setter) => new(
        null,
        setter.Language is { } language ? CultureInfo.GetCultureInfo(language) : Reader.Unknown.Language,
        setter.TimeZone is { } zone ? DateTimeZoneProviders.Tzdb[zone] : DateTimeZone.Utc);
}

/// <summary>Whether somebody may set up a pod there.</summary>
public abstract record SetupVisit
{
    private SetupVisit()
    {
    }

    /// <param name="Setter">Null when an admin of the bot has no account at the platform any more.</param>
    /// <param name="Pod">The channel's pod, or null when it has none yet.</param>
    public sealed record Granted(IWorkplace Workplace, Colleague? Setter, string Conversation, Room Room, PodRoster? Pod, Reader Reader) : SetupVisit;

    public sealed record Refused(Answer.Say Why) : SetupVisit;
}
