using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>Tells open windows which messages changed. It keeps nothing: a window that missed something asks for the whole conversation.</summary>
public sealed class LocalFeed
{
    private readonly ConcurrentDictionary<FeedSubscription, byte> windows = new();
    private readonly string instance = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private long rings;

    /// <summary>Where the feed is now. A window with another mark has missed something, or the bot has been started anew since.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{instance}:{Interlocked.Read(ref rings)}");

    /// <param name="message">The message that is new or changed; for a reply, the one above it.</param>
    /// <param name="leads">Leads that changed with it: other messages may speak of them too.</param>
    public void Ring(string conversation, string message, ValueList<string> leads)
    {
        Interlocked.Increment(ref rings);
        foreach (var window in windows.Keys)
            window.Offer(conversation, message, leads);
    }

    public FeedSubscription Open(LocalVisit visit)
    {
        var subscription = new FeedSubscription(visit.Channel, visit.Direct, closed => windows.TryRemove(closed, out _));
        windows.TryAdd(subscription, 0);
        return subscription;
    }
}

/// <summary>Something changed in a conversation that the window shows.</summary>
/// <param name="Number">Counts from 1 within one connection; a gap means that the window was too slow.</param>
/// <param name="Conversation"><c>channel</c> or <c>direct</c>.</param>
public sealed record FeedChange(long Number, string Conversation, string Message, ValueList<string> Leads);
