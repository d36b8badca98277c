using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Options for somebody who types into a field of a dialog.</summary>
public sealed class TeamsSearches(Routes routes)
{
    public async Task<TeamsReply> Find(TeamsSearchValue search, TeamsOrigin origin, CancellationToken ct) => TeamsBodies.Options(
        search.Dataset is { } dataset && LookupQuestion.Parse(dataset) is { } question
            ? await routes.Find(new Search(origin.Visitor, question, string.Empty, search.QueryText ?? string.Empty), ct)
            : []);
}
