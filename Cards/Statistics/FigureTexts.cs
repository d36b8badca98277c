using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Statistics;

/// <summary>What each figure means in words. Every figure has exactly one definition, and every definition belongs to a figure.</summary>
public static class FigureTexts
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        [FigureNames.HandedOver] = "stats.define.handed_over",
        [FigureNames.Commitment] = "stats.define.commitment",
        [FigureNames.Complete] = "stats.define.complete",
        [FigureNames.Decided] = "stats.define.decided",
        [FigureNames.Accepted] = "stats.define.accepted",
        [FigureNames.PickedUp] = "stats.define.picked_up",
        [FigureNames.DecisionTime] = "stats.define.decision_time",
        [FigureNames.ContactTime] = "stats.define.contact_time",
        [FigureNames.Kept] = "stats.define.agreement_kept",
        [FigureNames.Rejections] = "stats.define.rejections",
        [FigureNames.Noted] = "stats.define.rejections_noted",
        [FigureNames.Answered] = "stats.define.rejections_answered",
        [FigureNames.AnsweredInTime] = "stats.define.rejections_answered_in_time",
        [FigureNames.Conversion] = "stats.define.conversion",
        [FigureNames.Released] = "stats.define.given_back",
        [FigureNames.Won] = "stats.define.won",
        [FigureNames.Lost] = "stats.define.lost",
        [FigureNames.Pipeline] = "stats.define.pipeline",
        [FigureNames.Waiting] = "stats.define.waiting",
        [FigureNames.Tier] = "stats.define.tier",
        [FigureNames.LoadShare] = "stats.define.load_share",
        [FigureNames.CherryPicking] = "stats.define.cherry_picking",
        [FigureNames.BurnThrough] = "stats.define.burn_through",
        [FigureNames.LateAccept] = "stats.define.late_accept",
        [FigureNames.MassReject] = "stats.define.mass_rejecting",
    };

    /// <summary>The definition, or null where no figure has this name.</summary>
    public static string? Define(string name, Texts texts) => Keys.TryGetValue(name, out var key) ? texts[key] : null;
}
