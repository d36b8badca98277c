using System.Globalization;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Intake.Problems;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot.Intake;

/// <summary>Refusals as problems: in English and in UTC, for the people behind a CRM and not for those in a channel.</summary>
public static class ApiRefusals
{
    /// <param name="id">The lead's id as it was given.</param>
    public static Problem Problem(DeskResult.Refused refused, string id) => refused.Why switch
    {
        Refusal.NoSuchLead => Problems.Problem.NoSuchLead(id).Problem,
        Refusal.NotAcceptedYet => Conflict("not_accepted_yet", $"The lead is {State(refused)}: nobody has accepted it yet. Report outcomes once a rep has."),
        Refusal.TooFarAlong => Conflict("too_far_along", $"The lead is {State(refused)} by now, so this outcome can no longer be reported."),
        Refusal.ImpossibleMoment r => Conflict("impossible_moment", $"{Text(r.At)} cannot be right: the step before was at {Text(r.Earliest)}, and now it is {Text(r.Latest)}. Give a moment between the two."),
        var why => Conflict("refused", TextClean.Of(Refusals.Sentence(why, refused.View, new Reader(null, CultureInfo.GetCultureInfo("en"), DateTimeZone.Utc)))),
    };

    private static Problem Conflict(string code, string detail) => Problems.Problem.Of(StatusCodes.Status409Conflict, code, detail).Problem;

    private static string State(DeskResult.Refused refused) => StateNames.Of(refused.View!.Lead.State);

    private static string Text(Instant at) => InstantPattern.General.Format(at);
}
