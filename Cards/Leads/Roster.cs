using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Leads;

/// <summary>The members of one pod, those who left included, to put names to the ids in leads and histories.</summary>
public sealed class Roster(IEnumerable<Member> members)
{
    private readonly Dictionary<MemberId, Member> byId = members.ToDictionary(member => member.Id);

    public IReadOnlyCollection<Member> Members => byId.Values;

    /// <summary>Those who take leads at present, by name.</summary>
    public IEnumerable<Member> ActiveReps => byId.Values
        .Where(member => member is { Active: true, Side: Side.Sales })
        .OrderBy(member => member.Name, StringComparer.Ordinal)
        .ThenBy(member => member.Id.Value, StringComparer.Ordinal);

    public Member? Find(MemberId id) => byId.GetValueOrDefault(id);

    /// <summary>By the account of a door: a Slack user id, a Teams directory object id, or the member's own id on the local page.</summary>
    public Member? FindByAccount(Door door, string account) => door switch
    {
        Door.Slack => byId.Values.FirstOrDefault(member => member.SlackUser == account),
        Door.Teams => byId.Values.FirstOrDefault(member => member.TeamsUser == account),
        Door.Local => Find(new MemberId(account)),
        Door.Api or Door.Timer => null,
    };

    /// <summary>By mail address, compared as <see cref="EmailKey"/> does.</summary>
    public Member? FindByEmail(string? email)
    {
        if (string.IsNullOrWhiteSpace(email))
            return null;
        var key = EmailKey.Of(email);
        return byId.Values.FirstOrDefault(member => EmailKey.Of(member.Email) == key);
    }

    /// <summary>The member's name, or "a former member" when nothing is known about the id any more.</summary>
    public string NameOf(MemberId id, Reader reader) => Find(id)?.Name ?? Texts.For(reader.Language)["card.former_member"];
}
