using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Keeps what an activity tells of its conversation and its sender, so that the bot can speak first later. Where it could not speak
/// for a while, what it owes is owed again.</summary>
public sealed class TeamsAcquaintance(TeamsReferences references, IStore store, Wakeups wakeups)
{
    private const int LongestName = 200;

    public async Task Make(TeamsActivity activity, TeamsOrigin origin, CancellationToken ct)
    {
        if (TeamsGate.TenantOf(activity) is not { } tenant || activity.ServiceUrl is not { } service)
            return;
        await Keep(new TeamsPlace(origin.Place, origin.Kind, service, tenant, activity.ChannelData?.Team?.Id, activity.ChannelData?.Team?.AadGroupId, null, null), origin.Account, ct);
        if (origin.AccountIsKnown)
        {
            var chat = origin.Kind == TeamsPlaceKind.Personal ? origin.Place : null;
            await Keep(new TeamsPerson(origin.Account, tenant, origin.UserId, service, chat, TimeZoneOf(activity), Short(activity.Locale)), ct);
        }
    }

    public async Task Keep(TeamsPerson person, CancellationToken ct)
    {
        if (await references.Keep(person, ct))
            await OweAgain(person.Account, ct);
    }

    /// <param name="account">Who is on the other side of a personal chat.</param>
    public async Task Keep(TeamsPlace place, string account, CancellationToken ct)
    {
        // A personal chat is owed to by its person's account.
        if (await references.Keep(place, ct))
            await OweAgain(place.Kind == TeamsPlaceKind.Personal ? account : place.Conversation, ct);
    }

    private async Task OweAgain(string owed, CancellationToken ct)
    {
        if (await store.OweAgain(Door.Teams, owed, TeamsEndings.Codes, ct) > 0)
            wakeups.Outbox.Ring();
    }

    private static string? TimeZoneOf(TeamsActivity activity)
    {
        var told = activity.LocalTimezone ?? activity.Entities?.FirstOrDefault(entity => entity is { Type: "clientInfo", Timezone: not null })?.Timezone;
        return told is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(told) is not null ? told : null;
    }

    private static string? Short(string? text) => text is { Length: > 0 and <= LongestName } ? text : null;
}
