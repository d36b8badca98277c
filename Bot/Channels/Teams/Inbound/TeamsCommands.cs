using System.Collections.Frozen;
using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Cards;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Commands as people write them to the bot. Whoever is mentioned in one is meant by account, not by name.</summary>
public sealed class TeamsCommands(Routes routes, TeamsPlaces places, TeamsReferences references, TeamsMessageAnswers answers)
{
    /// <summary>What the personal chat answers when nothing is asked for.</summary>
    private const string Queue = "queue";

    /// <summary>Commands whose answers the whole pod may hear in its channel. Every other is answered to the one who asks: a queue is one's own,
    /// and a way into the dashboard lets in whoever has it.</summary>
    private static readonly FrozenSet<string> Aloud = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "help", "leads", "lead", "stats", "funnel", "reasons", "scorecard", "due", "why", "sla", "awards", "holidays");

    /// <summary>True when these words begin with a command.</summary>
    public bool Knows(string words) => routes.KnowsCommand(FirstOf(CommandWord.Without(words)));

    public async Task Run(TeamsActivity said, TeamsOrigin origin, CancellationToken ct)
    {
        if (!answers.IsNew(origin.Delivery))
            return;
        var typed = CommandWord.Without(SaidWords.Command(said, await Accounts(said, ct)));
        var text = typed.Length == 0 && origin.Kind == TeamsPlaceKind.Personal ? Queue : typed;
        var pod = await places.PodFor(origin.Place, origin.Account, ct);
        var answer = await routes.Run(new Command(origin.Visitor, origin.Delivery, pod?.Id, text) { Conversation = origin.Place }, ct);
        answers.ToWords(answer, origin, text, FirstOf(text) is var word && (Aloud.Contains(word) || !routes.KnowsCommand(word)));
    }

    /// <summary>Teams names people towards the bot by an id of its own. Whoever has spoken to the bot, or stands among a channel's people, is known.</summary>
    /// <returns>Tells somebody's directory object id, or null.</returns>
    private async Task<Func<TeamsAccount, string?>> Accounts(TeamsActivity said, CancellationToken ct)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var user in SaidWords.People(said).Select(person => person.Id).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await references.PersonByUserId(user, ct) is { } person)
                known[user] = person.Account;
        }

        return person => person.AadObjectId ?? (person.Id is { } user ? known.GetValueOrDefault(user) : null);
    }

    private static string FirstOf(string text) => text.Split(' ', 2)[0];
}
