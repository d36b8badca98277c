using AlignmentBot.Bot.Channels.Slack.Answers;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Channels.Slack.Wire;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>What people write below messages of the bot: kept with the lead that it is about.</summary>
public sealed class SlackReplies(LeadReplies replies, IStore store, SlackPlaces places, SlackEventAnswers events, SlackAnswers answers)
{
    /// <summary>Below one lead's card it is that lead's. Below several the words themselves may say which is meant; else their author is asked,
    /// once in each thread.</summary>
    /// <exception cref="SendAgainException">The thread is so young that it may hang below a card whose posting is not recorded yet.</exception>
    public async Task Keep(SlackEvent said, string delivery, CancellationToken ct)
    {
        var top = SlackMessageId.In(said.Channel!, said.ThreadTs!);
        var slots = await store.SlotsOf(Door.Slack, said.Channel!, top.ToString(), ct);
        if (slots.Count == 0 && top.IsYoung && await events.CardsStandIn(said.Channel!, ct))
            throw new SendAgainException("The thread may hang below a card that has just been posted.");
        var leads = slots.Select(Subjects.AsLead).OfType<LeadId>().ToList();
        var reference = SlackMessageId.In(said.Channel!, said.Ts!).ToString();
        if (leads.Count > 0 && (leads is [var only] ? only : await Meant(said.Text ?? string.Empty, leads, ct)) is { } lead)
        {
            var words = await SlackPlainWords.Of(said.Text, SlackAddress.Parse(said.Channel!).Workspace, store, ct);
            await replies.Keep(new Reply(new Visitor(Door.Slack, said.User!), delivery, lead, reference) { Words = words }, null, ct);
        }
        else if (leads.Count > 1)
        {
            await AskWhich(said, top, reference, ct);
        }
    }

    private async Task<LeadId?> Meant(string words, List<LeadId> leads, CancellationToken ct)
    {
        var found = new List<Lead>();
        foreach (var id in leads)
        {
            if (await store.FindLead(id, ct) is { } stored)
                found.Add(stored.Lead);
        }

        return MeantLead.Find(words, found);
    }

    private async Task AskWhich(SlackEvent said, SlackMessageId top, string reference, CancellationToken ct)
    {
        var reader = await places.ReaderFor(said.Channel, said.User!, ct);
        if (reader.Member is null || !events.IsNew($"which:{said.User}:{top}"))
            return;
        var origin = new SlackOrigin(SlackSurface.Typed, said.User!, said.Channel, said.Ts, said.ThreadTs, null, null, Environment.TickCount64);
        await answers.ToWords(new Answer.Show(WhichLeadCard.Draw(reference, reader)), origin, ct);
    }
}
