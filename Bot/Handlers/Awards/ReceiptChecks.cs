using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Tells who has a receipt that their vote was counted, and in a dialog, which only they see, for whom.</summary>
public sealed class ReceiptChecks(IStore store, AwardReading reading)
{
    public async Task<Answer> Form(Click click, CancellationToken ct) =>
        await reading.Find(new RoundId(click.Value), ct) is { } view
            ? new Answer.Ask(VoteForm.Check(view.Round.Id, ReaderOf(view, click.Who)))
            : new Answer.Say(RoundRefusals.Sentence(new RoundRefusal.NoRound(), Reader.Unknown), Tone.Warning);

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        if (await reading.Find(new RoundId(form.Value), ct) is not { } view)
            return new Answer.Say(RoundRefusals.Sentence(new RoundRefusal.NoRound(), Reader.Unknown), Tone.Warning);
        var reader = ReaderOf(view, form.Who);
        var texts = Texts.For(reader.Language);
        var month = AwardWords.Month(view.Round.Month, texts);
        if (Receipt.Parse(form.Answers.GetValueOrDefault(FieldNames.Receipt) ?? string.Empty) is not { } receipt)
            return new Answer.Correct([new FieldError(FieldNames.Receipt, texts["vote.check.malformed"])]);
        if (view.Round.State is not RoundState.Announced)
            return new Answer.Say(texts["vote.check.too_early", month], Tone.Warning);
        if (await Find(view.Round.Id, receipt, ct) is not { } vote)
            return new Answer.Say(texts["vote.check.unknown", month], Tone.Warning);
        return new Answer.Say(
            vote.Choice is { } choice ? texts["vote.check.counted", view.Roster.NameOf(choice, reader)] : texts["vote.check.abstained"], Tone.Good);
    }

    private async Task<SealedBallot?> Find(RoundId round, Receipt receipt, CancellationToken ct)
    {
        var digest = receipt.Digest(round);
        return (await store.SealedBallots(round, ct)).FirstOrDefault(vote => vote.Receipt == digest);
    }

    private static Reader ReaderOf(RoundView view, Visitor who) =>
        view.Roster.FindByAccount(who.Door, who.Account) is { } member ? Reader.Of(member, view.Pod) : Reader.Everyone(view.Pod);
}
