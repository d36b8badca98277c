using System.Security.Claims;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Dashboard.OpenId;

/// <summary>
/// What a provider vouches for about somebody: the account, and the mail address where it says that it was verified. An address that is
/// merely written in a profile is nobody's proof: anybody can write the pod lead's there.
/// </summary>
/// <param name="Account">The account's id at the provider.</param>
/// <param name="Email">Null when it is not there or not verified.</param>
public sealed record VouchedPerson(OpenIdPlace Place, string Account, string? Email)
{
    private const string SlackTeam = "https://slack.com/team_id";
    private const string SlackUser = "https://slack.com/user_id";

    // Says that the owner of the mail domain was verified; without it, Entra's mail address is what an administrator of some tenant typed.
    private const string EntraVerified = "xms_edov";

    /// <returns>Null when the person does not belong to the workspace or tenant whose people are let in.</returns>
    public static VouchedPerson? Of(ClaimsPrincipal principal, OpenIdPlace place)
    {
        var (home, account, verified) = place.Provider switch
        {
            OpenIdProvider.Slack => (Claim(SlackTeam), Claim(SlackUser), Claim("email_verified")),
            OpenIdProvider.Entra => (Claim("tid"), Claim("oid"), Claim(EntraVerified)),
        };
        if (home != place.Home || string.IsNullOrEmpty(account))
            return null;
        return new VouchedPerson(place, account, verified is "1" || string.Equals(verified, "true", StringComparison.OrdinalIgnoreCase) ? Claim("email") : null);

        string? Claim(string type) => principal.FindFirst(type)?.Value;
    }

    /// <summary>True when this member is that person.</summary>
    public bool Is(Member member) => member.Active && (HasAccount(member) || (Email is not null && EmailKey.Of(Email) == EmailKey.Of(member.Email)));

    private bool HasAccount(Member member) => Place.Provider switch
    {
        OpenIdProvider.Slack => member.SlackUser is { } user && (user == Account || user == $"{Place.Home}/{Account}"),
        OpenIdProvider.Entra => string.Equals(member.TeamsUser, Account, StringComparison.OrdinalIgnoreCase),
    };
}
