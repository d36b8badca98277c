using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.HandOver;

/// <summary>Finds open leads by what somebody types: among the newest of each of their pods, all words somewhere in who it is.</summary>
public sealed class LeadSearch(Queues queues, OpenLeads open)
{
    private const int MostShown = 20;

    /// <summary>The newest of all, for somebody who has typed nothing yet.</summary>
    public async Task<ValueList<Option>> Newest(Visitor who, CancellationToken ct) =>
        (await Find(new Search(who, AdditionForm.Question, string.Empty, string.Empty), ct)).Take(MostShown).ToValueList();

    public async Task<ValueList<Option>> Find(Search search, CancellationToken ct)
    {
        var words = search.Typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var pods = await queues.PodsOf(search.Who, ct);
        var found = new List<Option>();
        foreach (var (pod, member) in pods)
        {
            var texts = Texts.For(Reader.Of(member, pod.Pod).Language);
            var leads = await open.Newest(new LeadQuery(pod.Pod.Id, OpenLeads.States, null, null, 1), ct);
            found.AddRange(leads.Leads
                .Where(lead => words.All(word => Text(lead).Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Take(MostShown)
                .Select(lead => new Option(lead.Id.Value, LeadWords.Title(lead, texts), pods.Count > 1 ? pod.Pod.Name : null)));
        }

        return found.ToValueList();
    }

    private static string Text(Lead lead) =>
        string.Join('\n', lead.Id.Value, lead.Brief.PersonName, lead.Brief.Company.Name, lead.Brief.Email, lead.Brief.ExternalId);
}
