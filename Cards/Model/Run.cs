using NodaTime;

namespace AlignmentBot.Cards.Model;

/// <summary>A stretch of text. Words from people are always runs, so that each renderer can make them harmless.</summary>
public abstract record Run
{
    private Run()
    {
    }

    public sealed record Plain(string Text) : Run;

    public sealed record Strong(string Text) : Run;

    /// <summary>A member. Notified when <paramref name="Notify"/> and the platform account is known; else the name only.</summary>
    public sealed record Person(string Name, string? SlackUser, string? TeamsUser, bool Notify) : Run;

    /// <summary>A channel; a link to it where the platform is the channel's own.</summary>
    public sealed record Channel(string Name, string? SlackChannel) : Run;

    /// <summary>A moment, shown in the reader's zone where the platform can, else in <paramref name="Zone"/>.</summary>
    public sealed record Moment(Instant At, DateTimeZone Zone) : Run;

    /// <summary>A link; the address is https, http, mailto or tel.</summary>
    public sealed record Link(string Text, Uri Address) : Run;
}
