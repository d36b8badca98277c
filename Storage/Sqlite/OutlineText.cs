using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage.Json;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>The short texts in which an outline keeps its lists: items parted by blanks, what belongs to an item by colons.</summary>
internal static class OutlineText
{
    private const char Item = ' ';
    private const char Part = ':';

    public static string? Of(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    public static decimal Amount(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>Such as <c>definitional:no_budget:1</c>. A code holds letters, digits and underscores only.</summary>
    public static string Of(ValueList<RejectionOutline> rejections) => rejections.Count == 0 ? string.Empty : string.Join(
        Item, rejections.Select(rejection => $"{StoredNames.Families.Of(rejection.Family)}{Part}{rejection.Code}{Part}{(rejection.Noted ? 1 : 0)}"));

    public static ValueList<RejectionOutline> Rejections(string text) => text.Length == 0 ? [] : text.Split(Item)
        .Select(item => item.Split(Part))
        .Select(parts => new RejectionOutline(StoredNames.Families.From(parts[0]), parts[1], parts[2] == "1"))
        .ToValueList();

    /// <summary>Such as <c>decide:DUE:STOPPED</c> in Unix ticks; nothing behind the second colon while it runs.</summary>
    public static string Of(ValueList<PromiseOutline> promises) => promises.Count == 0 ? string.Empty : string.Join(
        Item,
        promises.Select(promise => string.Create(
            CultureInfo.InvariantCulture, $"{StoredNames.Clauses.Of(promise.Clause)}{Part}{promise.DueAt.ToUnixTimeTicks()}{Part}{promise.StoppedAt?.ToUnixTimeTicks()}")));

    public static ValueList<PromiseOutline> Promises(string text)
    {
        if (text.Length == 0)
            return [];
        var promises = new List<PromiseOutline>();
        foreach (var item in text.AsSpan().Split(Item))
        {
            var promise = text.AsSpan(item);
            var first = promise.IndexOf(Part);
            var second = first + 1 + promise[(first + 1)..].IndexOf(Part);
            promises.Add(new PromiseOutline(
                StoredNames.Clauses.From(promise[..first].ToString()),
                Moment(promise[(first + 1)..second]),
                second + 1 == promise.Length ? null : Moment(promise[(second + 1)..])));
        }

        return promises.ToValueList();
    }

    private static Instant Moment(ReadOnlySpan<char> ticks) => Instant.FromUnixTimeTicks(long.Parse(ticks, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
}
