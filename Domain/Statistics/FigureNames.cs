namespace AlignmentBot.Domain.Statistics;

/// <summary>The stable names of the figures: in commands, in addresses, and as keys of their definitions in words (<c>stats.define.NAME</c>).</summary>
public static class FigureNames
{
    public const string HandedOver = "handed-over";
    public const string Commitment = "commitment";
    public const string Complete = "complete";
    public const string Decided = "decided";
    public const string Accepted = "accepted";
    public const string PickedUp = "picked-up";
    public const string DecisionTime = "decision-time";
    public const string ContactTime = "contact-time";
    public const string Kept = "agreement-kept";
    public const string Rejections = "rejections";
    public const string Noted = "rejections-noted";
    public const string Answered = "rejections-answered";
    public const string AnsweredInTime = "rejections-answered-in-time";
    public const string Conversion = "conversion";
    public const string Released = "given-back";
    public const string Won = "won";
    public const string Lost = "lost";
    public const string Pipeline = "pipeline";
    public const string Waiting = "waiting";
    public const string Tier = "tier";
    public const string LoadShare = "load-share";
    public const string CherryPicking = "cherry-picking";
    public const string BurnThrough = "burn-through";
    public const string LateAccept = "late-accept";
    public const string MassReject = "mass-rejecting";

    public static readonly ValueList<string> All =
    [
        HandedOver, Commitment, Complete, Decided, Accepted, PickedUp, DecisionTime, ContactTime, Kept, Rejections, Noted, Answered, AnsweredInTime,
        Conversion, Released, Won, Lost, Pipeline, Waiting, Tier, LoadShare, CherryPicking, BurnThrough, LateAccept, MassReject,
    ];
}
