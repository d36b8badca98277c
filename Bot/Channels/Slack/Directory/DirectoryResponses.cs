using System.Text.Json.Serialization;
using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Directory;

/// <summary>Answers of the methods about people, groups, channels and views; only what we read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SlackUserFound))]
[JsonSerializable(typeof(SlackGroupsFound))]
[JsonSerializable(typeof(SlackGroupPeople))]
[JsonSerializable(typeof(SlackRoomFound))]
[JsonSerializable(typeof(SlackPermalink))]
[JsonSerializable(typeof(SlackViewShown))]
public sealed partial class SlackDirectoryJson : JsonSerializerContext;

public sealed record SlackUserFound(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, SlackUser? User)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

/// <summary>Somebody in a workspace. Source: docs.slack.dev/reference/objects/user-object</summary>
/// <param name="Deleted">True when the account was closed.</param>
/// <param name="IsUltraRestricted">A guest of one channel.</param>
/// <param name="IsStranger">Of another organisation, met in a shared channel.</param>
/// <param name="Tz">IANA time zone.</param>
/// <param name="Locale">Such as <c>en-US</c>.</param>
public sealed record SlackUser(
    string? Id, bool Deleted, bool IsBot, bool IsUltraRestricted, bool IsStranger, bool IsAdmin, bool IsOwner, string? Tz, string? Locale, string? Name, SlackProfile? Profile);

/// <param name="Email">Null without the scope <c>users:read.email</c>.</param>
public sealed record SlackProfile(string? DisplayName, string? RealName, string? Email);

public sealed record SlackGroupsFound(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, SlackGroup[]? Usergroups)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

public sealed record SlackGroup(string? Id, string? Name, string? Handle);

public sealed record SlackGroupPeople(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, string[]? Users)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

public sealed record SlackRoomFound(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, SlackRoom? Channel)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

/// <param name="IsMember">Whether the bot is in it.</param>
public sealed record SlackRoom(string? Id, string? Name, bool IsIm, bool IsMpim, bool IsMember, bool IsArchived);

public sealed record SlackPermalink(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, string? Permalink)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

public sealed record SlackViewShown(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, SlackShown? View)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

/// <param name="Hash">Changes with every drawing.</param>
public sealed record SlackShown(string? Id, string? Hash);
