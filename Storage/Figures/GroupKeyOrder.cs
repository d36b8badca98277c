using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Storage.Figures;

/// <summary>Any fixed order of groups.</summary>
internal sealed class GroupKeyOrder : IComparer<GroupKey>
{
    public static readonly GroupKeyOrder Instance = new();

    public int Compare(GroupKey? x, GroupKey? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);

        ReadOnlySpan<int> parts =
        [
            string.CompareOrdinal(x.Rep, y.Rep),
            string.CompareOrdinal(x.Marketer, y.Marketer),
            string.CompareOrdinal(x.Campaign, y.Campaign),
            string.CompareOrdinal(x.Source, y.Source),
            string.CompareOrdinal(x.Tier, y.Tier),
            x.AgreementVersion.CompareTo(y.AgreementVersion),
        ];
        foreach (var part in parts)
        {
            if (part != 0)
                return part;
        }

        return 0;
    }
}
