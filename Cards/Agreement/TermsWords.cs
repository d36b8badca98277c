using AlignmentBot.Cards.Review;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Cards.Agreement;

/// <summary>Terms of an agreement in words.</summary>
public static class TermsWords
{
    /// <summary>What a clause is called, as a heading.</summary>
    public static string Name(Clause clause, Texts texts) => texts[clause switch
    {
        Clause.Decide => "clause.decide",
        Clause.FirstContact => "clause.first_contact",
        Clause.Outcome => "clause.outcome",
        Clause.Answer => "clause.answer",
        Clause.Supply => "clause.supply",
    }];

    /// <summary>A promise: its target, and other targets for some leads.</summary>
    public static string Promise(ClausePromise promise, Texts texts)
    {
        var within = texts["sla.within", Working(promise.Target, texts)];
        return promise.Tiers.Count == 0
            ? within
            : texts["sla.within_tiers", within, string.Join("; ", promise.Tiers.Select(tier => texts["sla.tier", Tier(tier.Tier, texts), Working(tier.Target, texts)]))];
    }

    /// <summary>What differs, one line each; empty when nothing does.</summary>
    public static ValueList<string> Changes(AgreementTerms before, AgreementTerms after, Texts texts)
    {
        var lines = Enum.GetValues<Clause>()
            .Where(clause => before.PromiseOf(clause) != after.PromiseOf(clause))
            .Select(clause => texts["sla.change.clause", Name(clause, texts), Promise(before.PromiseOf(clause), texts), Promise(after.PromiseOf(clause), texts)]);
        var hours = before.Hours == after.Hours ? [] : new[] { texts["sla.change.hours", Hours(before.Hours, texts), Hours(after.Hours, texts)] };
        var ladders = Enum.GetValues<Clause>()
            .Where(clause => before.LadderOf(clause) != after.LadderOf(clause))
            .Select(clause => texts["sla.change.ladder", Name(clause, texts), LadderWords.Of(before.LadderOf(clause), texts), LadderWords.Of(after.LadderOf(clause), texts)]);
        var monthly = before.Monthly == after.Monthly ? [] : new[] { CommitmentWords.Change(before.Monthly, after.Monthly, texts) };
        return [.. lines, .. hours, .. ladders, .. monthly];
    }

    public static string Hours(WhoseHours hours, Texts texts) => texts[hours switch
    {
        WhoseHours.Pod => "sla.hours.pod",
        WhoseHours.PodAndOwner => "sla.hours.pod_and_owner",
    }];

    /// <summary>Working time such as "1 h 30 min".</summary>
    public static string Working(Duration working, Texts texts)
    {
        var minutes = (long)Math.Round(working.TotalMinutes);
        return (minutes / 60, minutes % 60) switch
        {
            (0, var rest) => texts["sla.minutes", rest],
            (var hours, 0) => texts["sla.hours", hours],
            var (hours, rest) => texts["sla.hours_minutes", hours, rest],
        };
    }

    private static string Tier(Tier tier, Texts texts)
    {
        var band = (tier.FromScore, tier.ToScore) switch
        {
            ({ } from, { } to) => texts["sla.tier.band", from, to],
            ({ } from, null) => texts["sla.tier.from", from],
            (null, { } to) => texts["sla.tier.to", to],
            (null, null) => null,
        };
        var source = tier.Source is { } name ? texts["sla.tier.source", TextClean.OneLine(name)] : null;
        return string.Join(", ", new[] { source, band }.OfType<string>());
    }
}
