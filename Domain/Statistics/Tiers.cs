namespace AlignmentBot.Domain.Statistics;

/// <summary>The bands of a lead's score under which leads are compared.</summary>
public static class Tiers
{
    /// <summary>80 to 100.</summary>
    public const string A = "A";

    /// <summary>50 to 79.</summary>
    public const string B = "B";

    /// <summary>0 to 49.</summary>
    public const string C = "C";

    /// <summary>Handed over without a score.</summary>
    public const string None = "none";

    public static readonly ValueList<string> All = [A, B, C, None];

    public static string Of(int? score) => score switch
    {
        >= 80 => A,
        >= 50 => B,
        not null => C,
        null => None,
    };
}
