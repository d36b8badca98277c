using AlignmentBot.Bot.Channels.Teams.Answers;
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
    private const string Setup = "setup";

    public async Task Greet(TeamsPlace place, TeamsAccount? installer, CancellationToken ct)
    {
        if (place.Kind == TeamsPlaceKind.Personal && installer is { AadObjectId: { } account })
            await GreetPerson(place, account, ct);
        else if (place.Kind == TeamsPlaceKind.Channel && !await places.IsPodChannel(place.Conversation, ct))
            Say(place, Card("teams.door.welcome", [new Button(ActionIds.RunCommand, Texts["teams.door.setup_button"], Setup, ButtonStyle.Primary, Audience.Everyone.Instance)]), Reader.Unknown);
        else if (place.Kind == TeamsPlaceKind.GroupChat)
            Say(place, Card("teams.door.group", []), Reader.Unknown);
    }

    private static Texts Texts => Texts.For(Reader.Unknown.Language);

    private async Task GreetPerson(TeamsPlace chat, string account, CancellationToken ct)
    {
        var page = await queues.Draw(new Visitor(Door.Teams, account), QueueCard.RowsInMessage, ct);
        var hello = Texts.For(page.Reader.Language)["teams.door.hello"];
        Say(chat, page.Card with { Blocks = [new Block.Paragraph([new Run.Plain(hello)]), .. page.Card.Blocks] }, page.Reader);
    }

    private void Say(TeamsPlace place, Card card, Reader reader) => errands.Send(new TeamsErrand.Say(place.ServiceUrl, place.Tenant, place.Conversation, card, reader));

    private static Card Card(string key, Button[] buttons)
    {
        var (title, text) = (Texts[key + ".title"], Texts[key + ".text"]);
        return new Card(
            title, Tone.Neutral, [new Block.Heading(title), new Block.Paragraph([new Run.Plain(text)]), .. buttons.Length > 0 ? new Block[] { new Block.Buttons([.. buttons]) } : []]);
    }
}
