using System.Security.Cryptography;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Makes ids from the system's randomness: letters and digits that are not mistaken for one another when typed.</summary>
public static class NewIds
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private const int TimeLetters = 5;
    private const int ChanceLetters = 5;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Ten characters: five count the minutes since 2026, for 54 years, and five are chance. So the keys of leads that come together, and
    /// are worked together, lie together in every index. Two leads of one minute clash with a chance of 1 in 28 million; the store refuses
    /// that, and the next try has another id.</summary>
    public static LeadId Lead() => Lead(TimeProvider.System.GetUtcNow());

    /// <param name="now">Real time, also while the bot's own clock is moved for a trial: it only orders.</param>
    public static LeadId Lead(DateTimeOffset now)
    {
        Span<char> id = stackalloc char[TimeLetters + ChanceLetters];
        var minutes = (long)(now - Start).TotalMinutes;
        for (var at = TimeLetters - 1; at >= 0; at--)
        {
            id[at] = Letters[(int)(minutes % Letters.Length)];
            minutes /= Letters.Length;
        }

        RandomNumberGenerator.GetItems(Letters, id[TimeLetters..]);
        return new LeadId(new string(id));
    }

    public static MemberId Member() => new("m_" + RandomNumberGenerator.GetString(Letters, 10));

    /// <summary>Of a message that says several things to somebody in private.</summary>
    public static string Batch() => RandomNumberGenerator.GetString(Letters, 14);

    public static string Proposal() => RandomNumberGenerator.GetString(Letters, 10);

    public static string Message() => "msg_" + RandomNumberGenerator.GetString(Letters, 14);
}
