using System.Security.Cryptography;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Makes ids from the system's randomness: letters and digits that are not mistaken for one another when typed.</summary>
public static class NewIds
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>Ten characters, about 49 bits: a clash among a million leads has a chance of about 1 in 1,200, and is refused by the store.</summary>
    public static LeadId Lead() => new(RandomNumberGenerator.GetString(Letters, 10));

    public static MemberId Member() => new("m_" + RandomNumberGenerator.GetString(Letters, 10));

    /// <summary>Of a message that says several things to somebody in private.</summary>
    public static string Batch() => RandomNumberGenerator.GetString(Letters, 14);

    public static string Proposal() => RandomNumberGenerator.GetString(Letters, 10);

    public static string Message() => "msg_" + RandomNumberGenerator.GetString(Letters, 14);
}
