using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Cards.Awards;

/// <summary>Says no to what was asked about a round, with what to do next.</summary>
public static class RoundRefusals
{
    public static string Sentence(RoundRefusal refusal, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return refusal switch
        {
            RoundRefusal.NotOnRoster => texts["vote.no.roster"],
            RoundRefusal.AdminsOnly => texts["vote.no.admins_only"],
            RoundRefusal.NoRound => texts["vote.no.round_unknown"],
            RoundRefusal.ReasonMissing => texts["vote.no.reason"],
            RoundRefusal.ReasonTooLong r => texts["vote.no.reason_long", r.Limit],
            RoundRefusal.VotingOver => texts["vote.no.over"],
            RoundRefusal.IsPaused r => texts["vote.no.paused", TextClean.OneLine(r.Reason)],
            RoundRefusal.NotPaused => texts["vote.no.not_paused"],
            RoundRefusal.IsCancelled { Reason.Length: 0 } => texts["vote.no.missed"],
            RoundRefusal.IsCancelled r => texts["vote.no.cancelled", TextClean.OneLine(r.Reason)],
            RoundRefusal.ExtendedEnough r => texts["vote.no.extended", r.Times],
            RoundRefusal.NothingToChoose => texts["vote.no.chosen"],
            RoundRefusal.NoVote r => texts["vote.no.no_vote", PlainText.Of(r.OpenedAt, reader.Zone, reader.Language)],
            RoundRefusal.NotVoted r => AwardWords.NotVoted(r.Award, r.Mode, texts),
            RoundRefusal.OwnVote => texts["vote.no.own"],
            RoundRefusal.NotNominated => texts["vote.no.not_nominated"],
            RoundRefusal.NoChoice => texts["vote.no.choice"],
            _ => throw new NotSupportedException($"No sentence for {refusal.GetType().Name}."),
        };
    }
}
