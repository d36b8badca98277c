using System.Globalization;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Domain.Review;

/// <summary>What somebody typed behind <c>/mql commit</c>.</summary>
/// <param name="Tier">Null for all leads together.</param>
/// <param name="Leads">Null takes the promise back.</param>
public sealed record CommitmentWish(string? Tier, int? Leads)
{
    private const string LeadsWord = "leads";
    private const string TierWord = "tier";
    private const string NoneWord = "none";

    /// <summary>Reads such as <c>120 leads</c>, <c>120</c>, <c>40 leads tier A</c>, <c>none</c> or <c>none tier A</c>; null for anything else.</summary>
    public static CommitmentWish? Read(string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count == 0 || ReadNumber(words[0]) is not (true, var leads))
            return null;
        words.RemoveAt(0);
        Drop(words, LeadsWord);
        if (words.Count == 0)
            return new CommitmentWish(null, leads);
        Drop(words, TierWord);
        return words.Count == 1 && Tiers.All.FirstOrDefault(known => string.Equals(known, words[0], StringComparison.OrdinalIgnoreCase)) is { } tier
            ? new CommitmentWish(tier, leads)
            : null;
    }

    private static (bool Fine, int? Leads) ReadNumber(string word) =>
        string.Equals(word, NoneWord, StringComparison.OrdinalIgnoreCase) ? (true, null)
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MonthlyCommitment.Most ? (true, number)
        : (false, null);

    private static void Drop(List<string> words, string filler)
    {
        if (words.Count > 0 && string.Equals(words[0], filler, StringComparison.OrdinalIgnoreCase))
            words.RemoveAt(0);
    }
}
