using AlignmentBot.Bot.Channels.Local.Sample;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>What a person can do on the page, handed to the same table that every platform uses.</summary>
public sealed class LocalActions(Routes routes, LocalReplies replies, SampleDesk samples)
{
    public Task<Answer> Click(LocalVisit visit, LocalRequest.Click click, CancellationToken ct) =>
        routes.Click(new Click(visit.Who, click.Delivery, click.Action, click.Value), ct);

    public Task<Answer> Form(LocalVisit visit, LocalRequest.Form form, CancellationToken ct)
    {
        var answers = form.Answers.Where(answer => !string.IsNullOrWhiteSpace(answer.Value)).ToDictionary(StringComparer.Ordinal);
        return routes.Submit(new Submission(visit.Who, form.Delivery, form.Id, form.Value, answers), ct);
    }

    /// <summary>The word <c>/mql</c> may be left out. Anything that is no command is answered with what this box is for.</summary>
    public async Task<Answer> Command(LocalVisit visit, LocalRequest.Command typed, CancellationToken ct)
    {
        var words = typed.Text.Trim();
        var first = words.Split(' ', 2)[0];
        var spelled = string.Equals(first, CommandWord.Slash, StringComparison.OrdinalIgnoreCase);
        if (words.Length is 0 or > LocalRequest.TextLimit || (!spelled && !routes.KnowsCommand(first)))
            return new Answer.Say(visit.Texts["page.composer.not_a_command"], Tone.Neutral);
        return await routes.Run(new Command(visit.Who, typed.Delivery, visit.Pod.Id, spelled ? words[CommandWord.Slash.Length..] : words), ct);
    }

    public Task<Answer> Reply(LocalVisit visit, LocalRequest.Reply reply, CancellationToken ct) => replies.Keep(visit, reply, ct);

    public Task<Answer> AddSample(LocalVisit visit, LocalRequest.SampleLead wish, CancellationToken ct) => samples.AddNext(visit, wish.Delivery, ct);
}
