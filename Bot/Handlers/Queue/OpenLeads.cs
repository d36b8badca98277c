using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Queue;

/// <summary>Reads the newest leads of a pod across pages, up to a number beyond which nobody looks through a list.</summary>
public sealed class OpenLeads(IStore store)
{
    /// <summary>How many leads are read at most.</summary>
    public const int Most = 1000;

    private const int PageSize = 200;

    /// <summary>The states in which a lead is open, in the order of its life.</summary>
    public static readonly ValueList<string> States =
        [StateNames.Incomplete, StateNames.Offered, StateNames.Rejected, StateNames.Accepted, StateNames.Contacted, StateNames.Qualified, StateNames.Opportunity];

    /// <summary>The states in which a rep works a lead.</summary>
    public static readonly ValueList<string> InWork = [StateNames.Accepted, StateNames.Contacted, StateNames.Qualified, StateNames.Opportunity];

    /// <summary>Newest hand-over first.</summary>
    public async Task<OpenLeadList> Newest(LeadQuery query, CancellationToken ct)
    {
        var leads = new List<Lead>();
        var cursor = query.Cursor;
        do
        {
            var page = await store.ListLeads(query with { Cursor = cursor, Limit = PageSize }, ct);
            leads.AddRange(page.Leads.Select(found => found.Lead));
            cursor = page.Next;
        }
        while (cursor is not null && leads.Count < Most);
        return new OpenLeadList(leads, cursor is not null);
    }
}

/// <param name="AndMore">True when there are older ones that were not read.</param>
public sealed record OpenLeadList(IReadOnlyList<Lead> Leads, bool AndMore);
