using AlignmentBot.Domain.Review;

namespace AlignmentBot.Cards.Review;

/// <summary>Marketing's monthly promise in words.</summary>
public static class CommitmentWords
{
    /// <summary>What is promised from now on, and what was so far.</summary>
    public static string Change(MonthlyCommitment? before, MonthlyCommitment? after, Texts texts) => texts["commit.change", Say(after, texts), Say(before, texts)];

    private static string Say(MonthlyCommitment? promised, Texts texts)
    {
        if (promised is null || promised == MonthlyCommitment.None)
            return texts["commit.nothing"];
        var all = promised.Leads is { } leads ? new[] { texts["commit.leads", ReviewWords.Number(leads, texts)] } : [];
        return string.Join(", ", all.Concat(promised.Tiers.Select(tier => texts["commit.tier", ReviewWords.Number(tier.Leads, texts), tier.Tier])));
    }
}
