using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>A message of the bot as one person sees it now, with what stands under it.</summary>
/// <param name="Summary">What it says, in one sentence.</param>
/// <param name="Html">The card; encoded by the renderer.</param>
/// <param name="Leads">The leads in it; more than one in a digest.</param>
/// <param name="Replies">Oldest first.</param>
public sealed record DrawnMessage(string Id, Instant At, string Summary, string Html, IReadOnlyList<DrawnLead> Leads, IReadOnlyList<DrawnReply> Replies)
{
    /// <summary>For this person alone: nobody replies there.</summary>
    public bool Direct { get; init; }
}

/// <param name="Title">Its name in a choice; the id where there is nothing to choose.</param>
public sealed record DrawnLead(string Id, string Title);

/// <summary>Something in a thread: a line of the bot, or words of a person.</summary>
public sealed record DrawnReply(string Id, Instant At, string Summary)
{
    /// <summary>Null for the bot.</summary>
    public DrawnAuthor? Author { get; init; }

    /// <summary>What the person wrote.</summary>
    public string? Words { get; init; }

    /// <summary>What the bot says; encoded by the renderer.</summary>
    public string? Html { get; init; }
}

public sealed record DrawnAuthor(MemberId Id, string Name);
