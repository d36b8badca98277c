using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Model;

/// <summary>A button. The audience decides who is shown it; the rules decide, again, who may press it.</summary>
/// <param name="Action">Stable id from the list of action ids.</param>
/// <param name="Value">What it acts on, such as a lead's id; at most 200 characters.</param>
/// <param name="Spoken">What a screen reader says, starting with the label; the label alone when not set.</param>
public sealed record Button(string Action, string Label, string Value, ButtonStyle Style, Audience Audience, string? Spoken = null);

public enum ButtonStyle
{
    Plain,
    Primary,
    Danger,
}

/// <summary>Who is shown a button.</summary>
public abstract record Audience
{
    private Audience()
    {
    }

    /// <summary>True when this member is meant.</summary>
    public abstract bool Includes(Member member);

    public sealed record Everyone : Audience
    {
        public static readonly Everyone Instance = new();

        public override bool Includes(Member member) => true;
    }

    /// <summary>One side, and, where <paramref name="OrPodLead"/> is set, the team lead of the other side too.</summary>
    public sealed record OfSide(Side Side, bool OrPodLead = false) : Audience
    {
        public override bool Includes(Member member) => member.Side == Side || (OrPodLead && member.PodLead);
    }

    /// <summary>Team leads of either side.</summary>
    public sealed record PodLeads : Audience
    {
        public static readonly PodLeads Instance = new();

        public override bool Includes(Member member) => member.PodLead;
    }

    /// <summary>One member, and, where <paramref name="LeadsOf"/> is set, the team leads of that side.</summary>
    public sealed record One(MemberId Id, Side? LeadsOf = null) : Audience
    {
        public override bool Includes(Member member) => member.Id == Id || (LeadsOf is { } side && member.PodLead && member.Side == side);
    }
}
