using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Channels;

/// <summary>
/// What a platform knows of people, groups and channels. Each question is a call to the platform, so nothing that somebody waits for
/// asks it. Every call may throw as <see cref="IChannel"/> does.
/// </summary>
public interface IWorkplace
{
    Door Door { get; }

    /// <summary>Somebody by account, or null when there is no such account.</summary>
    /// <param name="conversation">Where they are asked about: some platforms know people only as members of a conversation, and who
    /// runs things there. Null when it is about no conversation.</param>
    Task<Colleague?> Person(string account, string? conversation, CancellationToken ct);

    /// <summary>The groups of people where this conversation is, by id and name, at most 60, by name; null when the platform does not tell
    /// them, such as on a plan without groups.</summary>
    Task<ValueList<Option>?> Groups(string conversation, CancellationToken ct);

    /// <summary>The accounts of a group's people; null when there is no such group.</summary>
    Task<ValueList<string>?> PeopleOf(string conversation, string group, CancellationToken ct);

    /// <summary>A conversation, or null when the bot cannot see it.</summary>
    Task<Room?> Room(string conversation, CancellationToken ct);

    /// <summary>Where a message can be read, or null when it cannot be found.</summary>
    /// <param name="message">The platform's id of it.</param>
    Task<string?> LinkTo(string message, CancellationToken ct);
}

/// <summary>Somebody at the workplace.</summary>
/// <param name="Name">As colleagues see it; 1 to 80 characters.</param>
/// <param name="RunsWorkplace">True for those who administer the platform there, or own the team around the conversation.</param>
public sealed record Colleague(string Account, string Name, Standing Standing, bool RunsWorkplace)
{
    public string? Email { get; init; }

    /// <summary>IANA time zone, where the platform knows one that the bot knows too.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Language such as <c>en-GB</c>.</summary>
    public string? Language { get; init; }
}

/// <summary>Whether somebody can be on a roster.</summary>
public enum Standing
{
    /// <summary>A colleague, or a guest with several channels.</summary>
    Member,

    /// <summary>A guest of one channel.</summary>
    Guest,

    /// <summary>Belongs to another organisation.</summary>
    Outsider,

    Bot,

    /// <summary>The account is closed.</summary>
    Gone,
}

/// <summary>A conversation.</summary>
/// <param name="IsChannel">False for direct conversations.</param>
/// <param name="BotIsIn">Whether the bot is a member of it.</param>
public sealed record Room(string Name, bool IsChannel, bool BotIsIn);
