using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Domain.Awards;

/// <summary>The two awards of a month.</summary>
public enum Award
{
    /// <summary>Seller of the month: marketing votes.</summary>
    Seller,

    /// <summary>Marketer of the month: sales votes.</summary>
    Marketer,
}

/// <summary>Who gives an award, and who gets it.</summary>
public static class AwardSides
{
    public static Side Nominees(Award award) => award switch
    {
        Award.Seller => Side.Sales,
        Award.Marketer => Side.Marketing,
    };

    public static Side Voters(Award award) => award switch
    {
        Award.Seller => Side.Marketing,
        Award.Marketer => Side.Sales,
    };

    /// <summary>The award on which a side votes.</summary>
    public static Award VotedOnBy(Side side) => side switch
    {
        Side.Sales => Award.Marketer,
        Side.Marketing => Award.Seller,
    };
}
