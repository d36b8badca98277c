using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Cards.Statistics;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary><c>/mql fairness</c>: for a team lead's eyes alone.</summary>
public sealed class FairnessCommand(FigureDesk desk, Rosters rosters, StatsGate gate)
{
    public Task<Answer> Run(CommandCall call, CancellationToken ct) => gate.AnswerLeads(
        call,
        async asked =>
        {
            var report = await desk.Fairness(call.Pod.Id, asked.Question.Period, ct);
            var figures = await desk.Of(call.Pod.Id, asked.Question.Period, FigureFilter.All, ct);
            var roster = (await rosters.Find(call.Pod.Id, ct))!.Roster;
            return FairnessCard.Draw(new StatsView(call.Pod.Name, figures, asked.Today), report, roster, call.Reader);
        },
        ct);
}
