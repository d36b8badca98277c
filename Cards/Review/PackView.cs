using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Review;

/// <summary>A pack with what is needed to show it.</summary>
/// <param name="Leads">Those it names that are still there.</param>
public sealed record PackView(ReviewPack Pack, Pod Pod, Roster Roster, IReadOnlyDictionary<LeadId, Lead> Leads);

/// <summary>A check-in with what is needed to show it.</summary>
/// <param name="FollowUp">What earlier check-ins had decided and was open when this one began, as it is now.</param>
/// <param name="Decisions">What this one decided.</param>
public sealed record CheckInView(CheckIn CheckIn, PackView Agenda, ValueList<ReviewDecision> FollowUp, ValueList<ReviewDecision> Decisions);
