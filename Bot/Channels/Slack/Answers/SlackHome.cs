using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>A person's Home tab: the same queue that <c>/mql leads</c> shows, always there.</summary>
public sealed class SlackHome(Routes routes, SlackPlaces places)
{
    private const string Queue = "leads";

    public async Task<SlackErrand> Draw(string user, CancellationToken ct)
    {
        var reader = await places.ReaderFor(null, user, ct);
        return new SlackErrand.Home(user, SlackViews.Home(await Card(user, reader, ct), reader));
    }

    private async Task<Card> Card(string user, Reader reader, CancellationToken ct)
    {
        if (await places.PodFor(null, user, ct) is not { } pod)
            return SlackCards.Sentence(Texts.For(reader.Language)["slack.no_pod"], Tone.Neutral);
        var answer = await routes.Run(new Command(new Visitor(Door.Slack, user), $"home:{user}", pod.Id, Queue), ct);
        return answer switch
        {
            Answer.Show show => show.Card,
            Answer.Say say => SlackCards.Sentence(say.Text, say.Tone),
            _ => throw new NotSupportedException($"The queue is a card, not {answer.GetType().Name}."),
        };
    }
}
