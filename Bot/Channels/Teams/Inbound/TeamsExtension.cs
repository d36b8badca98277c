using System.Text.Json;
using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>The message extension: finds a lead and pastes it as a card, hands over a lead, adds a message to one.</summary>
public sealed class TeamsExtension(Routes routes, LeadViews leads, TeamsDialogs dialogs, TeamsRefreshes refreshes, TeamsPlaces places)
{
    /// <summary>Names of the commands, as the manifest has them.</summary>
    public const string SearchLeads = "searchLeads";
    public const string HandOver = "handOver";
    public const string AddMessage = "addMessage";

    /// <summary>What is typed comes by this name.</summary>
    public const string QueryParameter = "query";

    /// <summary>Ten cards are well within what Teams takes and what it waits for.</summary>
    private const int MostResults = 10;

    public async Task<TeamsReply> Search(TeamsQueryValue query, TeamsOrigin origin, CancellationToken ct)
    {
        var typed = query.Parameters?.FirstOrDefault(parameter => parameter.Name == QueryParameter)?.Value is { ValueKind: JsonValueKind.String } words ? words.GetString()! : string.Empty;
        var found = await routes.Find(new Search(origin.Visitor, AdditionForm.Question, string.Empty, typed), ct);
        var results = new List<TeamsResult>();
        foreach (var option in found.Take(MostResults))
        {
            if (await leads.Find(new LeadId(option.Value), ct) is { } view)
                results.Add(await Result(view, option.Label, ct));
        }

        if (results.Count > 0)
            return TeamsBodies.Results(results);
        var texts = Texts.For((await places.ReaderFor(origin.Place, origin.Account, ct)).Language);
        return TeamsBodies.NoResult(typed.Length == 0 ? texts["teams.door.no_leads"] : texts["teams.door.no_such_lead", typed]);
    }

    public Task<TeamsReply> Open(TeamsDialogValue chosen, TeamsOrigin origin, CancellationToken ct) => chosen.CommandId switch
    {
        HandOver => dialogs.Open(new FormOpener(ActionIds.HandOverForm, string.Empty), origin.Delivery, origin, ct),
        AddMessage when chosen.MessagePayload is { Id: { Length: > 0 } id } message =>
            dialogs.Open(new FormOpener(ActionIds.AddForm, origin.Below(message.ReplyToId).TopOrReply(id).ToString()), origin.Delivery, origin, ct),
        _ => Task.FromResult(TeamsReply.NotKnown),
    };

    /// <summary>The title stands above it already.</summary>
    private static string Below(string title, string summary) =>
        summary.StartsWith(title + ". ", StringComparison.Ordinal) ? summary[(title.Length + 2)..] : summary;

    /// <summary>The pasted card has the buttons that anybody might press; each of the pod's people is shown their own.</summary>
    private async Task<TeamsResult> Result(LeadView view, string title, CancellationToken ct)
    {
        var reader = Reader.Everyone(view.Pod);
        var refresh = await refreshes.Of(view.Pod.Id, Subjects.Lead(view.Lead.Id), ct);
        var card = LeadCard.Draw(view, reader);
        return new TeamsResult(title, Below(title, card.Summary), TeamsCards.Content(card, reader, refresh));
    }
}
