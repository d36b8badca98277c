using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Cards.Awards;

/// <summary>The dialog in which somebody votes. It is the only thing that shows them their own vote and receipt.</summary>
public static class VoteForm
{
    /// <summary>The answer of who abstains; no member's id looks like it.</summary>
    public const string Abstain = "~abstain";

    private const int LabelLimit = 75;

    /// <param name="own">The voter's vote so far; null before the first.</param>
    public static Form Draw(RoundView view, Ballot ballot, OwnVote? own, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var options = view.InOrder
            .Select(nominee => new Option(nominee.Member.Value, TextCut.To(Label(nominee, view, ballot, reader), LabelLimit)))
            .Append(new Option(Abstain, texts["vote.abstain"]))
            .ToValueList();
        var sees = BallotCard.WhoSeesWhat(ballot, texts);
        return new Form(
            FormIds.Vote,
            view.Round.Id.Value,
            texts["form.vote.title"],
            texts["form.vote.submit"],
            texts["form.cancel"],
            own is null ? sees : texts["vote.intro_again", own.Receipt, sees],
            [new FormField.Choice(FieldNames.Choice, AwardWords.Title(ballot.Award, texts), null, Required: true, options, own is null ? null : own.Choice?.Value ?? Abstain)]);
    }

    /// <summary>The dialog in which somebody types a receipt.</summary>
    public static Form Check(RoundId round, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Form(
            FormIds.CheckReceipt, round.Value, texts["form.check.title"], texts["form.check.submit"], texts["form.cancel"], texts["vote.check.intro"],
            [new FormField.Text(FieldNames.Receipt, texts["vote.check.label"], texts["vote.check.hint"], Required: true, Multiline: false, MaxLength: 20)]);
    }

    private static string Label(Nominee nominee, RoundView view, Ballot ballot, Reader reader) =>
        $"{view.Roster.NameOf(nominee.Member, reader)}: {AwardWords.ShortBrief(ballot.Award, nominee.Figures, Texts.For(reader.Language))}";
}

/// <param name="Choice">Null abstained.</param>
public sealed record OwnVote(MemberId? Choice, string Receipt);
