using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Asks the platform who the chosen accounts are, and holds the two sides against each other.</summary>
public static class SetupPeople
{
    /// <returns>The people, or a sentence that says what is wrong with the choice.</returns>
    public static async Task<(IReadOnlyList<ChosenPerson> People, string? Fault)> Read(SetupVisit.Granted visit, SetupWish wish, Texts texts, CancellationToken ct)
    {
        var sales = await Accounts(visit, wish.Sales, ct);
        var marketing = await Accounts(visit, wish.Marketing, ct);
        var colleagues = new Dictionary<string, Colleague>(StringComparer.Ordinal);
        foreach (var account in sales.Concat(marketing).Concat(wish.PodLeads).Distinct(StringComparer.Ordinal))
            colleagues[account] = await visit.Workplace.Person(account, visit.Conversation, ct) ?? new Colleague(account, account, Standing.Gone, RunsWorkplace: false);

        string Names(IEnumerable<string> accounts) => string.Join(", ", accounts.Select(account => colleagues[account].Name));
        if (sales.Intersect(marketing, StringComparer.Ordinal).ToList() is { Count: > 0 } both)
            return ([], texts["setup.error.both_sides", Names(both)]);
        if (wish.PodLeads.Where(account => !sales.Contains(account) && !marketing.Contains(account)).ToList() is { Count: > 0 } strange)
            return ([], texts["setup.error.lead", Names(strange)]);

        ChosenPerson Chosen(string account, Side side) =>
            new(colleagues[account], side, wish.PodLeads.Any(lead => lead == account), account == visit.Setter?.Account);
        return ([.. sales.Select(account => Chosen(account, Side.Sales)), .. marketing.Select(account => Chosen(account, Side.Marketing))], null);
    }

    private static async Task<HashSet<string>> Accounts(SetupVisit.Granted visit, SideDraft side, CancellationToken ct)
    {
        var group = side.Group is { } id ? await visit.Workplace.PeopleOf(visit.Conversation, id, ct) ?? [] : ValueList<string>.Empty;
        return group.Concat(side.People).ToHashSet(StringComparer.Ordinal);
    }
}
