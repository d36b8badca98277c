using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>Who is in the fake team and what its channels are called.</summary>
public sealed class FakeTeamsPeople
{
    public const string TeamId = "19:team@thread.tacv2";
    public const string GroupId = "00000000-0000-0000-0000-000000000031";

    /// <summary>People by directory object id.</summary>
    public Dictionary<string, FakeTeamsPerson> Everybody { get; } = new(StringComparer.Ordinal);

    /// <summary>Channels of the team: id and name, null for General.</summary>
    public Dictionary<string, string?> Channels { get; } = new(StringComparer.Ordinal);

    /// <summary>False when nobody has consented to the permission that tells owners.</summary>
    public bool GraphConsent { get; set; } = true;

    /// <summary>How many people one page holds at most.</summary>
    public int PageSize { get; set; } = 2;

    internal IReadOnlyList<JsonObject> Members => Everybody.OrderBy(person => person.Key, StringComparer.Ordinal).Select(person => person.Value.Member(person.Key)).ToList();
}

/// <param name="UserId">What Teams calls the person towards the bot.</param>
public sealed record FakeTeamsPerson(string UserId, string Name, string Email, bool Owner = false, string Role = "user")
{
    internal JsonObject Member(string account) => new()
    {
        ["id"] = UserId, ["name"] = Name, ["aadObjectId"] = account, ["email"] = Email, ["userPrincipalName"] = Email, ["tenantId"] = FakeConnector.Tenant, ["userRole"] = Role,
    };
}
