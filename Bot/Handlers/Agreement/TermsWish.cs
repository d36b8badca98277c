using System.Globalization;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>A change of an agreement as somebody asked for it, or what is wrong.</summary>
public abstract record TermsWish
{
    private const string None = "none";
    private const string Never = "never";
    private const int MostReminders = 5;
    private const int HighestShare = 1000;

    /// <summary>From one of these on, it is said which leads are meant.</summary>
    private static readonly string[] TierWords = [" score", " source"];

    private TermsWish()
    {
    }

    public sealed record Fine(Func<AgreementTerms, AgreementTerms> Change) : TermsWish;

    /// <summary>The fault stands at a field of the form; typed behind the command, its sentence is enough.</summary>
    public sealed record Wrong(FieldError Error) : TermsWish;

    /// <summary>Reads what was typed behind <c>/mql sla change</c>, which begins with a clause or with <c>hours</c>.</summary>
    public static TermsWish Read(string first, string rest, Texts texts)
    {
        if (string.Equals(first, "hours", StringComparison.OrdinalIgnoreCase))
            return HoursNamed(rest) is { } hours ? new Fine(terms => terms with { Hours = hours }) : Fault(FieldNames.Hours, texts["sla.change.no_hours"]);
        if (Clauses.Find(first) is not { } clause)
            return Fault(FieldNames.Clause, texts["sla.change.unknown", first, string.Join(", ", Enum.GetValues<Clause>().Select(Clauses.NameOf))]);
        if (After("remind", rest) is { } shares)
            return Reminders(clause, shares, texts);
        if ((After("pass on", rest) ?? After("pass-on", rest)) is { } later)
            return PassOn(clause, later, texts);
        var at = TierAt(rest);
        return at < 0 ? Target(clause, rest, null, texts) : Target(clause, WithoutFor(rest[..at]), rest[at..].Trim(), texts);
    }

    /// <summary>Reads the form: a clause, and of the rest what is filled in.</summary>
    public static TermsWish Read(IReadOnlyDictionary<string, string> answers, Texts texts)
    {
        string? Given(string field) => answers.GetValueOrDefault(field) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        if (Given(FieldNames.Clause) is not { } name || Clauses.Find(name) is not { } clause)
            return Fault(FieldNames.Clause, texts["sla.change.no_clause"]);
        if (Given(FieldNames.Tier) is not null && Given(FieldNames.Working) is null)
            return Fault(FieldNames.Working, texts["sla.change.no_target_tier"]);
        TermsWish[] wishes =
        [
            Given(FieldNames.Working) is { } typed ? Target(clause, typed, Given(FieldNames.Tier), texts) : Same,
            Given(FieldNames.Remind) is { } shares ? Reminders(clause, shares, texts) : Same,
            Given(FieldNames.PassOn) is { } later ? PassOn(clause, later, texts) : Same,
            Given(FieldNames.Hours) is { } hours && HoursNamed(hours) is { } whose ? new Fine(terms => terms with { Hours = whose }) : Same,
        ];
        return wishes.FirstOrDefault(wish => wish is Wrong)
            ?? new Fine(terms => wishes.Cast<Fine>().Aggregate(terms, (changed, wish) => wish.Change(changed)));
    }

    private static TermsWish Same { get; } = new Fine(terms => terms);

    /// <param name="some">Which leads; null for all.</param>
    private static TermsWish Target(Clause clause, string typed, string? some, Texts texts)
    {
        if (some is null)
        {
            return WorkingText.Read(typed) is { } target
                ? new Fine(terms => terms.With(terms.PromiseOf(clause) with { Target = target }))
                : Fault(FieldNames.Working, texts["sla.change.no_target"]);
        }

        if (TierText.Read(some) is not { } tier)
            return Fault(FieldNames.Tier, texts["sla.change.no_tier", TextClean.OneLine(some)]);
        if (string.Equals(typed, None, StringComparison.OrdinalIgnoreCase))
            return new Fine(terms => terms.With(terms.PromiseOf(clause).Without(tier)));
        return WorkingText.Read(typed) is { } other
            ? new Fine(terms => terms.With(terms.PromiseOf(clause).With(new TierPromise(tier, other))))
            : Fault(FieldNames.Working, texts["sla.change.no_target"]);
    }

    private static TermsWish Reminders(Clause clause, string typed, Texts texts)
    {
        if (string.Equals(typed, None, StringComparison.OrdinalIgnoreCase))
            return new Fine(terms => terms.With(terms.LadderOf(clause).WithReminders([])));
        var shares = typed.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("%" or "and")).Select(Share).ToList();
        return shares.Count is > 0 and <= MostReminders && shares.TrueForAll(share => share is not null)
            ? new Fine(terms => terms.With(terms.LadderOf(clause).WithReminders(shares.OfType<int>().Distinct().Order().ToValueList())))
            : Fault(FieldNames.Remind, texts["sla.change.no_shares", MostReminders]);
    }

    private static TermsWish PassOn(Clause clause, string typed, Texts texts)
    {
        if (Clauses.SideOf(clause) != Side.Sales)
            return Fault(FieldNames.PassOn, texts["sla.change.pass_on_sales"]);
        if (string.Equals(typed, Never, StringComparison.OrdinalIgnoreCase) || string.Equals(typed, None, StringComparison.OrdinalIgnoreCase))
            return new Fine(terms => terms.With(terms.LadderOf(clause).WithPassingOn(null)));
        return WorkingText.Read(typed) is { } after
            ? new Fine(terms => terms.With(terms.LadderOf(clause).WithPassingOn(after)))
            : Fault(FieldNames.PassOn, texts["sla.change.no_pass_on"]);
    }

    private static int? Share(string word) =>
        int.TryParse(word.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= HighestShare ? share : null;

    private static WhoseHours? HoursNamed(string typed) => typed.ToLowerInvariant() switch
    {
        "pod" => WhoseHours.Pod,
        SlaForms.PodAndOwner or "owner" or "pod and owner" => WhoseHours.PodAndOwner,
        _ => null,
    };

    private static int TierAt(string rest) => TierWords
        .Select(word => (" " + rest).IndexOf(word, StringComparison.OrdinalIgnoreCase))
        .Where(at => at >= 0)
        .DefaultIfEmpty(-1)
        .Min();

    /// <summary>Some write "15 min for score 80+".</summary>
    private static string WithoutFor(string typed) =>
        typed.Trim() is var words && words.EndsWith(" for", StringComparison.OrdinalIgnoreCase) ? words[..^4] : words;

    private static string? After(string word, string text) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || text[word.Length] == ' ') ? text[word.Length..].Trim() : null;

    private static Wrong Fault(string field, string sentence) => new(new FieldError(field, sentence));
}
