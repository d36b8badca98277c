using AlignmentBot.Bot.Channels;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Review;

/// <summary>What is owed to a pod's channels of packs and check-ins.</summary>
internal static class ReviewEffects
{
    /// <param name="effect">What makes it owed once; the door is put before it.</param>
    public static ValueList<Owed> Owe(ChannelSet channels, Pod pod, string effect, string subject, Instant notBefore) => channels.Of(pod)
        .Select(place => new Owed($"{place.Door.ToString().ToLowerInvariant()}:{effect}", place.Door, place.Conversation, subject, null, subject, notBefore))
        .ToValueList();
}
