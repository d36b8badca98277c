using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Commands;

/// <summary><c>/mql leads</c> and <c>/mql lead ID</c>.</summary>
public sealed class LeadCommands(IStore store, LeadViews views)
{
    /// <summary>How many leads a list shows of each kind.</summary>
    private const int ListLimit = 10;

    /// <summary>From how many letters on an id may be cut short.</summary>
    private const int PrefixLength = 4;

    private static readonly ValueList<string> InWork =
        [StateNames.Accepted, StateNames.Contacted, StateNames.Qualified, StateNames.Opportunity];

    /// <summary>The caller's own open leads, then those that wait for somebody.</summary>
    public async Task<Answer> List(CommandCall call, CancellationToken ct)
    {
        if (call.Member is not { } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        var mine = await Views(new LeadQuery(call.Pod.Id, InWork, member.Id, null, ListLimit), ct);
        var waiting = await Views(new LeadQuery(call.Pod.Id, [StateNames.Offered, StateNames.Incomplete], null, null, ListLimit), ct);
        return new Answer.Show(LeadListCard.Draw(mine, waiting, call.Reader));
    }

    /// <summary>One lead's card and history; the id may be cut short where it is clear.</summary>
    public async Task<Answer> One(CommandCall call, CancellationToken ct)
    {
        var texts = Texts.For(call.Reader.Language);
        if (call.Member is null)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        var typed = call.Rest.ToLowerInvariant();
        if (typed.Length < PrefixLength)
            return new Answer.Say(texts["command.lead.usage", PrefixLength], Tone.Warning);

        var found = await store.FindLeadsByPrefix(call.Pod.Id, typed, 2, ct);
        return found.Count switch
        {
            0 => new Answer.Say(texts["command.lead.none", call.Rest], Tone.Warning),
            1 => await Show(found[0].Lead, call, ct),
            _ => new Answer.Say(texts["command.lead.several", call.Rest], Tone.Warning),
        };
    }

    private async Task<Answer> Show(Lead lead, CommandCall call, CancellationToken ct) =>
        new Answer.Show(LeadHistoryCard.Draw(await views.Of(lead, ct), await store.History(lead.Id, ct), call.Reader));

    private async Task<IReadOnlyList<LeadView>> Views(LeadQuery query, CancellationToken ct)
    {
        var page = await store.ListLeads(query, ct);
        var drawn = new List<LeadView>(page.Leads.Count);
        foreach (var stored in page.Leads)
            drawn.Add(await views.Of(stored.Lead, ct));
        return drawn;
    }
}
