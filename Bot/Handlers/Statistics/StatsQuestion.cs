using System.Globalization;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Statistics;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>What a command of figures asks for, read from what was typed behind its name: whose figures, then the period.</summary>
public abstract record StatsQuestion
{
    private StatsQuestion()
    {
    }

    /// <param name="Subject">Whose figures, in words.</param>
    /// <param name="Person">Whom the figures are of alone; null for the pod and its parts.</param>
    public sealed record Asked(string Subject, Member? Person, FigureFilter Filter, Period Period) : StatsQuestion;

    /// <summary>A sentence that says what was not understood, and what to type.</summary>
    public sealed record Fault(string Sentence) : StatsQuestion;

    /// <param name="me">Who asks.</param>
    public static StatsQuestion Read(string typed, Member me, Pod pod, Roster roster, LocalDate today, Texts texts)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // The period stands at the end: the longest run of words there that is one.
        for (var at = 0; at <= words.Length; at++)
        {
            var period = PeriodWords.Read(string.Join(' ', words[at..]), today);
            if (period is PeriodReading.Known known)
                return new SubjectReading(me, pod, roster, texts).Read(words[..at], known.Period);
            if (period is not PeriodReading.Unknown && period.Fault(texts) is { } fault)
                return new Fault(fault);
        }

        throw new InvalidOperationException("Nothing at all means this month.");
    }
}

/// <summary>Reads whose figures are meant.</summary>
internal sealed class SubjectReading(Member me, Pod pod, Roster roster, Texts texts)
{
    public StatsQuestion Read(string[] words, Period period)
    {
        if (words.Length == 0)
            return OfPod(period);
        var rest = string.Join(' ', words[1..]).Trim('"', '“', '”');
        return (words[0].ToLowerInvariant(), rest) switch
        {
            ("pod", "") => OfPod(period),
            ("me", "") => OfPerson(me, period),
            ("campaign" or "source" or "tier" or "marketer" or "agreement", "") => new StatsQuestion.Fault(texts["stats.unknown.value", words[0].ToLowerInvariant()]),
            ("campaign", _) => Part("stats.subject.campaign", rest, FigureFilter.All with { Campaign = rest }, period),
            ("source", _) => Part("stats.subject.source", rest, FigureFilter.All with { Source = rest }, period),
            ("tier", _) => Part("stats.subject.tier", rest.ToUpperInvariant(), FigureFilter.All with { Tier = rest }, period),
            ("marketer", _) => Marketer(rest, period),
            ("agreement", _) => Agreement(rest, period),
            _ => Person(string.Join(' ', words), period),
        };
    }

    private StatsQuestion Agreement(string typed, Period period) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? Part("stats.subject.agreement", typed, FigureFilter.All with { AgreementVersion = version }, period)
            : new StatsQuestion.Fault(texts["stats.unknown.agreement", typed]);

    private StatsQuestion.Asked OfPod(Period period) => new(pod.Name, null, FigureFilter.All, period);

    private StatsQuestion.Asked Part(string key, string value, FigureFilter filter, Period period) =>
        new(texts["stats.pair", pod.Name, texts[key, value]], null, filter, period);

    private static StatsQuestion.Asked OfPerson(Member person, Period period) => new(
        person.Name, person, person.Side == Side.Sales ? new FigureFilter { Rep = person.Id } : new FigureFilter { Marketer = person.Email }, period);

    private StatsQuestion Marketer(string words, Period period) => PersonWords.Find(roster, words) switch
    {
        [{ Side: Side.Marketing } person] => OfPerson(person, period),
        [{ } person] => new StatsQuestion.Fault(texts["stats.unknown.marketer", person.Name]),
        { Count: > 1 } => new StatsQuestion.Fault(texts["stats.unknown.people", words]),
        _ when FieldRules.IsEmail(words) => Part("stats.subject.marketer", words, FigureFilter.All with { Marketer = words }, period),
        _ => new StatsQuestion.Fault(texts["stats.unknown.person", PersonWords.Shown(words)]),
    };

    private StatsQuestion Person(string words, Period period) => PersonWords.Find(roster, words) switch
    {
        [{ } person] => OfPerson(person, period),
        { Count: > 1 } => new StatsQuestion.Fault(texts["stats.unknown.people", words]),
        _ when PersonWords.LooksLikeOne(words) => new StatsQuestion.Fault(texts["stats.unknown.person", PersonWords.Shown(words)]),
        _ => new StatsQuestion.Fault(texts["stats.unknown.subject", words]),
    };
}
