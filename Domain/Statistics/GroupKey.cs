using System.Globalization;

namespace AlignmentBot.Domain.Statistics;

/// <summary>What leads are told apart by. Text that is not known is empty.</summary>
/// <param name="Rep">Id of the member who works the lead now, else who rejected it last, else for whom it is reserved.</param>
/// <param name="Marketer">The mail address under which the lead was handed over, as <see cref="Leads.EmailKey"/> writes it.</param>
/// <param name="Tier">One of <see cref="Tiers"/>.</param>
public sealed record GroupKey(string Rep, string Marketer, string Campaign, string Source, string Tier, int AgreementVersion)
{
    /// <summary>The key's part of one dimension.</summary>
    public string Of(Dimension dimension) => dimension switch
    {
        Dimension.Rep => Rep,
        Dimension.Marketer => Marketer,
        Dimension.Campaign => Campaign,
        Dimension.Source => Source,
        Dimension.Tier => Tier,
        Dimension.AgreementVersion => AgreementVersion.ToString(CultureInfo.InvariantCulture),
    };
}

/// <summary>By what figures can be broken down.</summary>
public enum Dimension
{
    Rep,
    Marketer,
    Campaign,
    Source,
    Tier,
    AgreementVersion,
}

/// <summary>Which leads are counted: those that answer to everything that is set. Text is compared without case.</summary>
public sealed record FigureFilter
{
    /// <summary>The whole pod.</summary>
    public static readonly FigureFilter All = new();

    public MemberId? Rep { get; init; }

    /// <summary>A mail address, kept as <see cref="Leads.EmailKey"/> writes it.</summary>
    public string? Marketer { get; init => field = value is null ? null : Leads.EmailKey.Of(value); }

    public string? Campaign { get; init; }

    public string? Source { get; init; }

    public string? Tier { get; init; }

    public int? AgreementVersion { get; init; }

    /// <summary>Only the leads of this part.</summary>
    /// <param name="key">What <see cref="GroupKey.Of"/> says of it.</param>
    public FigureFilter With(Dimension dimension, string key) => dimension switch
    {
        Dimension.Rep => this with { Rep = new MemberId(key) },
        Dimension.Marketer => this with { Marketer = key },
        Dimension.Campaign => this with { Campaign = key },
        Dimension.Source => this with { Source = key },
        Dimension.Tier => this with { Tier = key },
        Dimension.AgreementVersion => this with { AgreementVersion = int.Parse(key, CultureInfo.InvariantCulture) },
    };

    public bool Matches(GroupKey key) =>
        (Rep is not { } rep || key.Rep == rep.Value)
        && (Marketer is null || key.Marketer == Marketer)
        && Same(Campaign, key.Campaign)
        && Same(Source, key.Source)
        && Same(Tier, key.Tier)
        && (AgreementVersion is not { } version || key.AgreementVersion == version);

    private static bool Same(string? asked, string has) => asked is null || string.Equals(asked.Trim(), has, StringComparison.OrdinalIgnoreCase);
}
