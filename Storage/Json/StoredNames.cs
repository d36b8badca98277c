using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Storage.Json;

/// <summary>Every name that stands in stored rows and documents for a type or a value. Names are never changed and never used again.</summary>
internal static class StoredNames
{
    public static readonly NameTable<Door> Doors = new(
        (Door.Local, "local"), (Door.Slack, "slack"), (Door.Teams, "teams"), (Door.Api, "api"), (Door.Timer, "timer"));

    public static readonly NameTable<Clause> Clauses = new(
        (Clause.Decide, "decide"), (Clause.FirstContact, "first_contact"), (Clause.Outcome, "outcome"), (Clause.Answer, "answer"), (Clause.Supply, "supply"));

    public static readonly NameTable<RejectionFamily> Families = new(
        (RejectionFamily.Procedural, "procedural"), (RejectionFamily.Clerical, "clerical"), (RejectionFamily.Definitional, "definitional"));

    public static readonly NameTable<TeamsPlaceKind> TeamsPlaceKinds = new(
        (TeamsPlaceKind.Channel, "channel"), (TeamsPlaceKind.GroupChat, "group_chat"), (TeamsPlaceKind.Personal, "personal"));

    public static readonly NameTable<WhoseHours> WhoseHours = new((Domain.Agreement.WhoseHours.Pod, "pod"), (Domain.Agreement.WhoseHours.PodAndOwner, "pod_and_owner"));

    public static readonly NameTable<StepWho> StepWho = new(
        (Domain.Agreement.StepWho.Owner, "owner"), (Domain.Agreement.StepWho.Side, "side"), (Domain.Agreement.StepWho.PodLead, "pod_lead"), (Domain.Agreement.StepWho.Backup, "backup"));

    public static readonly NameTable<StepHow> StepHow = new(
        (Domain.Agreement.StepHow.Direct, "direct"), (Domain.Agreement.StepHow.Thread, "thread"), (Domain.Agreement.StepHow.Channel, "channel"));

    public static readonly NameTable<StepWhat> StepWhat = new(
        (Domain.Agreement.StepWhat.Remind, "remind"), (Domain.Agreement.StepWhat.Escalate, "escalate"), (Domain.Agreement.StepWhat.ReOffer, "re_offer"), (Domain.Agreement.StepWhat.Reassign, "reassign"));

    public static readonly NameTable<ProposalState> ProposalStates = new(
        (ProposalState.Open, "open"), (ProposalState.InForce, "in_force"), (ProposalState.Withdrawn, "withdrawn"));

    public static readonly NameTable<Side> Sides = new((Side.Sales, "sales"), (Side.Marketing, "marketing"));

    public static readonly NameTable<PackKind> PackKinds = new((PackKind.Weekly, "weekly"), (PackKind.Monthly, "monthly"), (PackKind.Quarterly, "quarterly"));
    public static readonly NameTable<Award> Awards = new((Award.Seller, "seller"), (Award.Marketer, "marketer"));

    public static readonly NameTable<BallotMode> BallotModes = new(
        (BallotMode.Secret, "secret"), (BallotMode.Open, "open"), (BallotMode.Undecided, "undecided"), (BallotMode.Declined, "declined"),
        (BallotMode.NoNominees, "no_nominees"), (BallotMode.NoVoters, "no_voters"));

    public static readonly NameTable<DecidedBy> Decisions = new(
        (DecidedBy.Votes, "votes"), (DecidedBy.AgreementKept, "agreement_kept"), (DecidedBy.FewerBreaches, "fewer_breaches"), (DecidedBy.Shared, "shared"));

    public static readonly IReadOnlyDictionary<Type, string> States = new Dictionary<Type, string>
    {
        [typeof(LeadState.Incomplete)] = StateNames.Incomplete,
        [typeof(LeadState.Offered)] = StateNames.Offered,
        [typeof(LeadState.Accepted)] = StateNames.Accepted,
        [typeof(LeadState.Contacted)] = StateNames.Contacted,
        [typeof(LeadState.Qualified)] = StateNames.Qualified,
        [typeof(LeadState.Opportunity)] = StateNames.Opportunity,
        [typeof(LeadState.Won)] = StateNames.Won,
        [typeof(LeadState.Lost)] = StateNames.Lost,
        [typeof(LeadState.Rejected)] = StateNames.Rejected,
        [typeof(LeadState.Recycled)] = StateNames.Recycled,
    };

    public static readonly IReadOnlyDictionary<Type, string> Facts = new Dictionary<Type, string>
    {
        [typeof(LeadFact.HandedOver)] = "handed_over",
        [typeof(LeadFact.HandedOverAgain)] = "handed_over_again",
        [typeof(LeadFact.Repaired)] = "repaired",
        [typeof(LeadFact.Completed)] = "completed",
        [typeof(LeadFact.Accepted)] = "accepted",
        [typeof(LeadFact.Rejected)] = "rejected",
        [typeof(LeadFact.Released)] = "released",
        [typeof(LeadFact.ReOffered)] = "re_offered",
        [typeof(LeadFact.Recycled)] = "recycled",
        [typeof(LeadFact.Reassigned)] = "reassigned",
        [typeof(LeadFact.Covered)] = "covered",
        [typeof(LeadFact.Freed)] = "freed",
        [typeof(LeadFact.DecisionUndone)] = "decision_undone",
        [typeof(LeadFact.Snoozed)] = "snoozed",
        [typeof(LeadFact.PassedOn)] = "passed_on",
        [typeof(LeadFact.RejectionNoted)] = "rejection_noted",
        [typeof(LeadFact.Contacted)] = "contacted",
        [typeof(LeadFact.Qualified)] = "qualified",
        [typeof(LeadFact.OpportunityOpened)] = "opportunity_opened",
        [typeof(LeadFact.Won)] = "won",
        [typeof(LeadFact.Lost)] = "lost",
        [typeof(LeadFact.Commented)] = "commented",
    };

    public static readonly IReadOnlyDictionary<Type, string> Authors = new Dictionary<Type, string>
    {
        [typeof(Author.Member)] = "member",
        [typeof(Author.Crm)] = "crm",
        [typeof(Author.Bot)] = "bot",
    };

    public static readonly IReadOnlyDictionary<Type, string> RoundStates = new Dictionary<Type, string>
    {
        [typeof(RoundState.Open)] = "open",
        [typeof(RoundState.Paused)] = "paused",
        [typeof(RoundState.Closed)] = "closed",
        [typeof(RoundState.Announced)] = "announced",
        [typeof(RoundState.Cancelled)] = "cancelled",
    };

    public static readonly IReadOnlyDictionary<Type, string> RoundFacts = new Dictionary<Type, string>
    {
        [typeof(RoundFact.Opened)] = "opened",
        [typeof(RoundFact.Missed)] = "missed",
        [typeof(RoundFact.ModeChosen)] = "mode_chosen",
        [typeof(RoundFact.Paused)] = "paused",
        [typeof(RoundFact.Resumed)] = "resumed",
        [typeof(RoundFact.Extended)] = "extended",
        [typeof(RoundFact.Cancelled)] = "cancelled",
        [typeof(RoundFact.Closed)] = "closed",
        [typeof(RoundFact.Counted)] = "counted",
        [typeof(RoundFact.Announced)] = "announced",
    };

    public static readonly IReadOnlyDictionary<Type, string> AwardOutcomes = new Dictionary<Type, string>
    {
        [typeof(AwardOutcome.Won)] = "won",
        [typeof(AwardOutcome.NoQuorum)] = "no_quorum",
        [typeof(AwardOutcome.AllAbstained)] = "all_abstained",
        [typeof(AwardOutcome.NoVote)] = "no_vote",
    };

    public static readonly IReadOnlyDictionary<Type, string> KudosStates = new Dictionary<Type, string>
    {
        [typeof(KudosState.Given)] = "given",
        [typeof(KudosState.Withdrawn)] = "withdrawn",
        [typeof(KudosState.Reported)] = "reported",
        [typeof(KudosState.Removed)] = "removed",
    };

    /// <summary>The closed record families that documents hold, with the names of their members.</summary>
    public static readonly IReadOnlyDictionary<Type, IReadOnlyDictionary<Type, string>> RecordFamilies =
        new Dictionary<Type, IReadOnlyDictionary<Type, string>>
        {
            [typeof(LeadState)] = States,
            [typeof(LeadFact)] = Facts,
            [typeof(Author)] = Authors,
            [typeof(RoundState)] = RoundStates,
            [typeof(RoundFact)] = RoundFacts,
            [typeof(AwardOutcome)] = AwardOutcomes,
            [typeof(KudosState)] = KudosStates,
        };
}
