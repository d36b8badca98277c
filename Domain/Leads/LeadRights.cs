using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Domain.Leads;

/// <summary>Who may do what. The only place that knows it; doors and pages merely ask.</summary>
public static class LeadRights
{
    /// <summary>Why this actor may not do this to this lead, or null when they may.</summary>
    public static Refusal? Check(Lead lead, LeadCommand command, Actor actor) => actor switch
    {
        Actor.Person { Member: var member } => OnRoster(lead.Pod, member) ?? OfMember(lead, command, member),
        Actor.Crm => OfCrm(command),
        Actor.Bot => OfBot(command),
        _ => throw new NotSupportedException($"No rights for {actor.GetType().Name}."),
    };

    /// <summary>Why this actor may not hand over a lead to this pod, or null when they may.</summary>
    public static Refusal? Check(PodId pod, Actor actor) => actor switch
    {
        Actor.Person { Member: var member } => OnRoster(pod, member) ?? Only(Side.Marketing, member),
        Actor.Crm or Actor.Bot => null,
        _ => throw new NotSupportedException($"No rights for {actor.GetType().Name}."),
    };

    private static Refusal? OnRoster(PodId pod, Member member) => member.Active && member.Pod == pod ? null : new Refusal.NotOnRoster();

    private static Refusal? OfMember(Lead lead, LeadCommand command, Member member) => command switch
    {
        LeadCommand.HandOver or LeadCommand.Merge or LeadCommand.Repair or LeadCommand.NoteRejection => Only(Side.Marketing, member),
        LeadCommand.Accept or LeadCommand.Reject => Only(Side.Sales, member) ?? ForReserved(lead, member),
        LeadCommand.Release or LeadCommand.Contact or LeadCommand.Qualify or LeadCommand.OpenOpportunity
            or LeadCommand.Win or LeadCommand.Lose => Only(Side.Sales, member) ?? ForOwner(lead, member),
        LeadCommand.ReOffer or LeadCommand.Recycle => member.PodLead ? null : Only(Side.Marketing, member),
        LeadCommand.Snooze c => Only(Clauses.SideOf(c.Clause), member) ?? ForReserved(lead, member) ?? ForOwner(lead, member),
        LeadCommand.PassOn or LeadCommand.Cover => new Refusal.PodLeadsOnly(),
        LeadCommand.Reassign or LeadCommand.Free => member.PodLead ? null : new Refusal.PodLeadsOnly(),
        LeadCommand.Undo or LeadCommand.Comment => null,
        _ => throw new NotSupportedException($"No rights for {command.GetType().Name}."),
    };

    private static Refusal? OfCrm(LeadCommand command) => command switch
    {
        LeadCommand.Accept or LeadCommand.Reject or LeadCommand.Release or LeadCommand.Undo or LeadCommand.Comment or LeadCommand.NoteRejection
            or LeadCommand.Snooze
            => new Refusal.NotOnRoster(),
        LeadCommand.Reassign or LeadCommand.Free or LeadCommand.PassOn or LeadCommand.Cover => new Refusal.PodLeadsOnly(),
        _ => null,
    };

    /// <summary>Only people decide, and take back what they decided.</summary>
    private static Refusal? OfBot(LeadCommand command) =>
        command is LeadCommand.Accept or LeadCommand.Reject or LeadCommand.Undo or LeadCommand.NoteRejection or LeadCommand.Snooze ? new Refusal.NotOnRoster() : null;

    private static Refusal? Only(Side side, Member member) => member.Side == side ? null : new Refusal.WrongSide(side);

    private static Refusal? ForReserved(Lead lead, Member member) =>
        lead.State is LeadState.Offered { ReservedFor: { } reserved } && reserved != member.Id && !member.PodLead ? new Refusal.Reserved(reserved) : null;

    private static Refusal? ForOwner(Lead lead, Member member) =>
        lead.Owner is { } owner && owner != member.Id && !member.PodLead ? new Refusal.NotOwner(owner) : null;
}
