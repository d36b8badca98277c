namespace AlignmentBot.Domain.Leads;

/// <summary>What kind of fault a rejection names; it decides the next step.</summary>
public enum RejectionFamily
{
    /// <summary>The lead went to the wrong place: another rep can take it.</summary>
    Procedural,

    /// <summary>What came with the lead is missing or wrong: marketing repairs it.</summary>
    Clerical,

    /// <summary>The lead is outside the agreed definition, or has no budget or timing: back to nurture, or disputed.</summary>
    Definitional,
}

/// <summary>One reason of the pod's list.</summary>
/// <param name="Code">Stable code such as <c>no_budget</c>: lower-case letters, digits and underscores, 1 to 40.</param>
/// <param name="Label">The pod's own words; when not set the language files name the code.</param>
public sealed record RejectionReason(RejectionFamily Family, string Code, string? Label = null)
{
    /// <summary>The reasons a pod starts with; each is named in the language files.</summary>
    public static readonly ValueList<RejectionReason> Defaults =
    [
        new(RejectionFamily.Definitional, "no_budget"),
        new(RejectionFamily.Definitional, "no_timing"),
        new(RejectionFamily.Definitional, "no_authority"),
        new(RejectionFamily.Definitional, "outside_definition"),
        new(RejectionFamily.Clerical, "wrong_data"),
        new(RejectionFamily.Clerical, "missing_information"),
        new(RejectionFamily.Procedural, "misrouted"),
        new(RejectionFamily.Procedural, "duplicate"),
    ];
}

/// <summary>A reason as a rep gave it: its type, and a note in the rep's own words (0 to 500 characters).</summary>
public sealed record Rejection(RejectionReason Reason, string? Note)
{
    public const int NoteLimit = 500;
}
