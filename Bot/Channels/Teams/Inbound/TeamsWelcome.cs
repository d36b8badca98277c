using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Queue;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>The first words where the bot was installed: in a team how the channel becomes a pod, which a team owner confirms; to a person what waits for them.</summary>
public sealed class TeamsWelcome(TeamsErrands errands, TeamsPlaces places, Queues queues)
{
    /// <summary>Who reads it is not known yet.</summary>
    private static readonly Texts First = Texts.For(Reader.Unknown.Language);

    public async Task Greet(TeamsPlace place, TeamsAccount? installer, CancellationToken ct)
    {
        switch (place.Kind)
        {
            case TeamsPlaceKind.Personal when installer is { AadObjectId: { } account }:
                var page = await queues.Draw(new Visitor(Door.Teams, account), QueueCard.RowsInMessage, ct);
                Say(place, WelcomeCards.Person(page.Card, Texts.For(page.Reader.Language)), page.Reader);
                break;
            case TeamsPlaceKind.Channel when !await places.IsPodChannel(place.Conversation, ct):
                Say(place, WelcomeCards.Team(First), Reader.Unknown);
                break;
            case TeamsPlaceKind.GroupChat:
                Say(place, WelcomeCards.Group(First), Reader.Unknown);
                break;
        }
    }

    private void Say(TeamsPlace place, Card card, Reader reader) => errands.Send(new TeamsErrand.Say(place.ServiceUrl, place.Tenant, place.Conversation, card, reader));
}
