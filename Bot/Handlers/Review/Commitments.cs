using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Review;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Statistics;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Review;

/// <summary><c>/mql commit 120 leads</c>: how many leads marketing promises each month, signed by both team leads as a clause is.</summary>
public sealed class Commitments(AgreementChanges changes, Rosters rosters, FigureDesk desk)
{
    public async Task<Answer> Run(CommandCall call, CancellationToken ct)
    {
        if (call.Member is not { Active: true } || await rosters.Find(call.Pod.Id, ct) is not { } here)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        var texts = Texts.For(call.Reader.Language);
        if (call.Rest.Length == 0)
            return new Answer.Say(await Present(call, texts, ct), Tone.Neutral);
        if (CommitmentWish.Read(call.Rest) is not { } wish)
            return new Answer.Say(texts["commit.usage", call.Rest], Tone.Warning);
        return await changes.Propose(call.Who, here, terms => terms with { Monthly = Promised(terms.Monthly, wish) }, call.Delivery, ct);
    }

    /// <summary>Null where nothing is promised any more.</summary>
    private static MonthlyCommitment? Promised(MonthlyCommitment? before, CommitmentWish wish)
    {
        var after = (before ?? MonthlyCommitment.None).With(wish.Tier, wish.Leads);
        return after == MonthlyCommitment.None ? null : after;
    }

    /// <summary>What is promised, and how this month goes.</summary>
    private async Task<string> Present(CommandCall call, Texts texts, CancellationToken ct)
    {
        var month = Period.ThisMonth(await desk.Today(call.Pod.Id, ct));
        var figures = await desk.Of(call.Pod.Id, month, FigureFilter.All, ct);
        return figures.Commitment is { } pace
            ? texts[pace.OnPace ? "dashboard.commitment.on_pace" : "dashboard.commitment.behind",
                ReviewWords.Number(pace.SoFar, texts), ReviewWords.Number(pace.Target, texts), ReviewWords.Number(pace.ExpectedToDate, texts), ReviewWords.Number(pace.Forecast, texts)]
            : texts["commit.none"];
    }
}
