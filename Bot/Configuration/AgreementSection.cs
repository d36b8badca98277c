using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bot.Configuration;

/// <summary>Reads what a pod of section <c>Pods</c> promises: <c>clauses</c>, <c>tiers</c>, <c>whoseHours</c> and <c>ladders</c>.</summary>
public static class AgreementSection
{
    private static readonly ValueList<string> Names = ["clauses", "tiers", "whoseHours", "ladders"];

    private static readonly ValueList<string> ClauseNames = Enum.GetValues<Clause>().Select(Clauses.NameOf).ToValueList();

    private static readonly string TargetRule = string.Create(
        CultureInfo.InvariantCulture, $"It must be working time such as PT1H or PT90M, above zero and at most {ClausePromise.LongestTarget.TotalHours} hours.");

    /// <returns>Null when nothing is said about the agreement.</returns>
    public static AgreementTerms? Read(SectionReader pod, ICollection<string> faults)
    {
        if (!Names.Any(name => pod.Find(name) is not null))
            return null;
        var tiers = pod.Items("tiers").Select(section => ReadTier(section, faults)).OfType<(Clause, TierPromise)>().ToList();
        var targets = ReadTargets(pod, faults);
        var promises = Enum.GetValues<Clause>().Select(clause => new ClausePromise(
            clause,
            targets.GetValueOrDefault(clause, AgreementTerms.Default.PromiseOf(clause).Target),
            tiers.Where(tier => tier.Item1 == clause).Select(tier => tier.Item2).ToValueList()));
        var hours = pod.Text("whoseHours", value => HoursOf(value) is null ? "It must be pod or podAndOwner." : null);
        var ladders = LadderSection.Read(pod, faults);
        return new AgreementTerms(
            promises.ToValueList(),
            hours is null ? AgreementTerms.Default.Hours : HoursOf(hours)!.Value,
            Enum.GetValues<Clause>().Select(clause => ladders.FirstOrDefault(ladder => ladder.Clause == clause) ?? AgreementTerms.Default.LadderOf(clause)).ToValueList());
    }

    /// <summary>The working time that a text names, or null when it is none that can be promised.</summary>
    public static Duration? TargetOf(string text) =>
        IsoDuration.Parse(text) is { } target && target > Duration.Zero && target <= ClausePromise.LongestTarget ? target : null;

    private static Dictionary<Clause, Duration> ReadTargets(SectionReader pod, ICollection<string> faults)
    {
        var targets = new Dictionary<Clause, Duration>();
        if (pod.Find("clauses") is not { } section)
            return targets;
        var reader = new SectionReader(section, faults, [.. ClauseNames]);
        foreach (var clause in Enum.GetValues<Clause>())
        {
            if (Target(reader, Clauses.NameOf(clause)) is { } target)
                targets[clause] = target;
        }

        return targets;
    }

    private static (Clause, TierPromise)? ReadTier(IConfigurationSection section, ICollection<string> faults)
    {
        var before = faults.Count;
        var reader = new SectionReader(section, faults, "clause", "fromScore", "toScore", "source", "target");
        var clause = reader.Needed("clause", ClauseRule, "one of " + string.Join(", ", ClauseNames));
        var (from, to) = (reader.Number("fromScore", 0, FieldRules.ScoreLimit), reader.Number("toScore", 0, FieldRules.ScoreLimit));
        var source = reader.Text("source", value => value.Trim().Length is > 0 and <= FieldRules.NameLimit ? null : "It must be a source such as webinar.");
        var target = reader.Needed("target", value => TargetOf(value) is null ? TargetRule : null, "working time such as PT30M");
        if (from > to)
            faults.Add($"{reader.KeyOf("fromScore")} is above toScore, so no lead belongs to this tier.");
        if (from is null && to is null && source is null)
            faults.Add($"{section.Path} names no leads. Give fromScore, toScore or source.");
        return faults.Count > before ? null : (Clauses.Find(clause!)!.Value, new TierPromise(new Tier(from, to, source?.Trim()), TargetOf(target!)!.Value));
    }

    private static Duration? Target(SectionReader reader, string name) =>
        reader.Text(name, value => TargetOf(value) is null ? TargetRule : null) is { } text ? TargetOf(text) : null;

    private static string? ClauseRule(string value) =>
        Clauses.Find(value) is null ? $"It must be one of {string.Join(", ", ClauseNames)}.{RosterRules.Meant(value, ClauseNames)}" : null;

    private static WhoseHours? HoursOf(string value) => value.ToLowerInvariant() switch
    {
        "pod" => WhoseHours.Pod,
        "podandowner" => WhoseHours.PodAndOwner,
        _ => null,
    };
}
