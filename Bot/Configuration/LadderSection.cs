using System.Globalization;
using System.Text.RegularExpressions;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bot.Configuration;

/// <summary>Reads <c>ladders</c>: for each clause a list of steps, such as <c>{"at":"80%","who":"owner","how":"direct","what":"remind"}</c>.</summary>
public static partial class LadderSection
{
    /// <summary>More steps than this help nobody.</summary>
    public const int MostSteps = 12;

    private const string AtRule = "It must be a share of the time such as 80%, or due, or working time around it such as due-PT30M or due+PT1H.";

    private static readonly Dictionary<string, StepWho> Whos = new(StringComparer.OrdinalIgnoreCase)
    {
        ["owner"] = StepWho.Owner,
        ["side"] = StepWho.Side,
        ["podLead"] = StepWho.PodLead,
        ["backup"] = StepWho.Backup,
    };

    private static readonly Dictionary<string, StepHow> Hows = new(StringComparer.OrdinalIgnoreCase)
    {
        ["direct"] = StepHow.Direct,
        ["thread"] = StepHow.Thread,
        ["channel"] = StepHow.Channel,
    };

    private static readonly Dictionary<string, StepWhat> Whats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["remind"] = StepWhat.Remind,
        ["escalate"] = StepWhat.Escalate,
        ["reoffer"] = StepWhat.ReOffer,
        ["reassign"] = StepWhat.Reassign,
    };

    public static ValueList<Ladder> Read(SectionReader pod, ICollection<string> faults)
    {
        if (pod.Find("ladders") is not { } section)
            return [];
        var reader = new SectionReader(section, faults, [.. Enum.GetValues<Clause>().Select(Clauses.NameOf)]);
        return Enum.GetValues<Clause>()
            .Where(clause => reader.Find(Clauses.NameOf(clause)) is not null)
            .Select(clause => new Ladder(clause, Steps(clause, reader.Items(Clauses.NameOf(clause)), faults)))
            .ToValueList();
    }

    /// <summary>When a step comes, as the configuration writes it; null when it is not one of the forms.</summary>
    public static StepMoment? MomentOf(string text)
    {
        if (Share().Match(text.Trim()) is { Success: true } share)
            return int.Parse(share.Groups["percent"].ValueSpan, CultureInfo.InvariantCulture) is var percent and <= 1000 ? StepMoment.Share(percent) : null;
        if (Due().Match(text.Trim()) is not { Success: true } due)
            return null;
        if (!due.Groups["shift"].Success)
            return StepMoment.Due;
        if (IsoDuration.Parse(due.Groups["shift"].Value) is not { } shift || shift > ClausePromise.LongestTarget)
            return null;
        return due.Groups["sign"].ValueSpan is "-" ? StepMoment.BeforeDue(shift) : StepMoment.AfterDue(shift);
    }

    private static ValueList<LadderStep> Steps(Clause clause, IReadOnlyList<IConfigurationSection> sections, ICollection<string> faults)
    {
        if (sections.Count > MostSteps)
            faults.Add($"{ConfigurationPath.GetParentPath(sections[0].Path)} has {sections.Count} steps. Keep to at most {MostSteps}.");
        return sections.Select(section => Step(clause, section, faults)).OfType<LadderStep>().ToValueList();
    }

    private static LadderStep? Step(Clause clause, IConfigurationSection section, ICollection<string> faults)
    {
        var before = faults.Count;
        var reader = new SectionReader(section, faults, "at", "who", "how", "what");
        var at = reader.Needed("at", value => MomentOf(value) is null ? AtRule : null, "when the step comes, such as 80% or due+PT1H");
        var what = reader.Needed("what", value => OneOf(value, Whats), "one of " + string.Join(", ", Whats.Keys));
        var who = reader.Text("who", value => OneOf(value, Whos));
        var how = reader.Text("how", value => OneOf(value, Hows));
        if (faults.Count > before)
            return null;
        if (Whats[what!] is StepWhat.ReOffer or StepWhat.Reassign && Clauses.SideOf(clause) != Domain.Roster.Side.Sales)
        {
            faults.Add(Shown.Fault(reader.KeyOf("what"), what!, "Leads go by turn among reps, so this clause, which marketing owes, can only remind and escalate."));
            return null;
        }

        return new LadderStep(MomentOf(at!)!, who is null ? StepWho.Owner : Whos[who], how is null ? StepHow.Direct : Hows[how], Whats[what!]);
    }

    private static string? OneOf<T>(string value, Dictionary<string, T> known) =>
        known.ContainsKey(value) ? null : $"It must be one of {string.Join(", ", known.Keys)}.{RosterRules.Meant(value, known.Keys)}";

    [GeneratedRegex("^(?<percent>[0-9]{1,4}) ?%$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();

    [GeneratedRegex("^due((?<sign>[+-])(?<shift>PT[0-9HMS]+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Due();
}
