using System.Globalization;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Channels.Slack.Wire;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bot.Channels.Slack.Directory;

/// <summary>What a workspace knows of its people, user groups and channels.</summary>
public sealed partial class SlackWorkplace(SlackWebApi web, ILogger<SlackWorkplace> logger) : IWorkplace
{
    private const int MostGroups = 60;
    private const int LongestName = 80;

    /// <summary>Slack's own helper, which is no bot by its flags.</summary>
    private const string Slackbot = "USLACKBOT";

    public Door Door => Door.Slack;

    public async Task<Colleague?> Person(string account, string? conversation, CancellationToken ct)
    {
        var address = SlackAddress.Parse(account);
        var found = await SlackPatience.Ask(() => At(address).UserInfo(address.Id, ct), ct);
        return found.Error is "user_not_found" or "users_not_found" or "user_not_visible"
            ? null
            : Checked("users.info", found).User is { } user ? Colleague(account, user) : null;
    }

    public async Task<ValueList<Option>?> Groups(string conversation, CancellationToken ct)
    {
        var found = await SlackPatience.Ask(() => At(SlackAddress.Parse(conversation)).UserGroups(ct), ct);
        if (!found.Ok)
        {
            // Groups are a comfort: without them people are picked one by one.
            var remedy = SlackErrors.Remedy(found) ?? "People are picked one by one.";
            Log.NoGroups(logger, found.Error, remedy);
            return null;
        }

        return (found.Usergroups ?? [])
            .Where(group => group is { Id: not null, Name: not null })
            .OrderBy(group => group.Name, StringComparer.OrdinalIgnoreCase)
            .Take(MostGroups)
            .Select(group => new Option(group.Id!, group.Handle is { Length: > 0 } handle ? $"{group.Name} (@{handle})" : group.Name!))
            .ToValueList();
    }

    public async Task<ValueList<string>?> PeopleOf(string conversation, string group, CancellationToken ct)
    {
        var address = SlackAddress.Parse(conversation);
        var found = await SlackPatience.Ask(() => At(address).UserGroupPeople(group, ct), ct);
        return found.Error == "no_such_subteam"
            ? null
            : (Checked("usergroups.users.list", found).Users ?? []).Select(user => new SlackAddress(address.Workspace, user).ToString()).ToValueList();
    }

    public async Task<Room?> Room(string conversation, CancellationToken ct)
    {
        var address = SlackAddress.Parse(conversation);
        var found = await SlackPatience.Ask(() => At(address).ConversationInfo(address.Id, ct), ct);
        if (found.Error == "channel_not_found")
            return null;
        var room = Checked("conversations.info", found).Channel;
        return room is null ? null : new Room("#" + (room.Name ?? address.Id), IsChannel: room is { IsIm: false, IsMpim: false }, BotIsIn: room is { IsMember: true, IsArchived: false });
    }

    public async Task<string?> LinkTo(string message, CancellationToken ct)
    {
        var id = SlackMessageId.Parse(message);
        var channel = SlackAddress.Parse(id.Channel);
        var found = await SlackPatience.Ask(() => At(channel).Permalink(channel.Id, id.Ts, ct), ct);
        return found.Error is "channel_not_found" or "message_not_found" or "not_in_channel" ? null : Checked("chat.getPermalink", found).Permalink;
    }

    private static Colleague Colleague(string account, SlackUser user) => new(account, Name(user), StandingOf(user), user.IsAdmin || user.IsOwner)
    {
        Email = user.Profile?.Email,
        TimeZone = user.Tz is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : null,
        Language = user.Locale is { } locale && IsLanguage(locale) ? locale : null,
    };

    private static string Name(SlackUser user)
    {
        var name = new[] { user.Profile?.DisplayName, user.Profile?.RealName, user.Name }.FirstOrDefault(known => !string.IsNullOrWhiteSpace(known)) ?? user.Id ?? "?";
        return Cards.TextCut.To(Cards.TextClean.OneLine(name), LongestName);
    }

    private static Standing StandingOf(SlackUser user) => user switch
    {
        { Deleted: true } => Standing.Gone,
        { IsBot: true } or { Id: Slackbot } => Standing.Bot,
        { IsStranger: true } => Standing.Outsider,
        { IsUltraRestricted: true } => Standing.Guest,
        _ => Standing.Member,
    };

    private static bool IsLanguage(string locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private SlackWebApi At(SlackAddress address) => web.In(address.Workspace);

    private static T Checked<T>(string method, T answer)
        where T : SlackResponse => answer.Ok ? answer : throw SlackErrors.Of(method, answer);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "User groups cannot be chosen: {Error}. {Remedy}")]
        public static partial void NoGroups(ILogger logger, string? error, string remedy);
    }
}
