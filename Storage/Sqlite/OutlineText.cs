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

    /// <summary>Such as <c>definitional:no_budget:1:rosa:AT</c>, the moment in Unix ticks. A member's id is escaped as in an address.</summary>
    public static string Of(ValueList<RejectionOutline> rejections) => rejections.Count == 0 ? string.Empty : string.Join(
        Item,
        rejections.Select(rejection => string.Create(
            CultureInfo.InvariantCulture,
            $"{StoredNames.Families.Of(rejection.Family)}{Part}{rejection.Code}{Part}{(rejection.Noted ? 1 : 0)}{Part}{Uri.EscapeDataString(rejection.By.Value)}{Part}{rejection.At.ToUnixTimeTicks()}")));

    public static ValueList<RejectionOutline> Rejections(string text) => text.Length == 0 ? [] : text.Split(Item)
        .Select(item => item.Split(Part))
        .Select(parts => new RejectionOutline(
            StoredNames.Families.From(parts[0]), parts[1], parts[2] == "1", new MemberId(Uri.UnescapeDataString(parts[3])), Moment(parts[4])))
        .ToValueList();

    /// <summary>Such as <c>decide:DUE:STOPPED:TARGET</c>, moments in Unix ticks and the target in ticks; nothing where something is not there.</summary>
    public static string Of(ValueList<PromiseOutline> promises) => promises.Count == 0 ? string.Empty : string.Join(
        Item,
        promises.Select(promise => string.Create(
            CultureInfo.InvariantCulture,
            $"{StoredNames.Clauses.Of(promise.Clause)}{Part}{promise.DueAt.ToUnixTimeTicks()}{Part}{promise.StoppedAt?.ToUnixTimeTicks()}{Part}{promise.Target?.BclCompatibleTicks}")));

    public static ValueList<PromiseOutline> Promises(string text)
    {
        if (text.Length == 0)
            return [];
        var promises = new List<PromiseOutline>();
        Span<Range> parts = stackalloc Range[4];
        foreach (var item in text.AsSpan().Split(Item))
        {
            var promise = text.AsSpan(item);
            promise.Split(parts, Part);
            promises.Add(new PromiseOutline(
                StoredNames.Clauses.From(promise[parts[0]]),
                Moment(promise[parts[1]]),
                promise[parts[2]].IsEmpty ? null : Moment(promise[parts[2]]),
                promise[parts[3]].IsEmpty ? null : Duration.FromTicks(long.Parse(promise[parts[3]], NumberStyles.None, CultureInfo.InvariantCulture))));
        }

        return promises.ToValueList();
    }

    private static Instant Moment(ReadOnlySpan<char> ticks) => Instant.FromUnixTimeTicks(long.Parse(ticks, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
}
