using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Statistics;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary><c>/mql export</c>: a link that gives a file to this member for a short while, the same at every door.</summary>
public sealed class ExportCommand(FigureDesk desk, StatsGate gate, ExportLinks links, WebAddress pages)
{
    public async Task<Answer> Run(CommandCall call, CancellationToken ct)
    {
        if (pages.Of(ExportLinks.Path) is null)
            return new Answer.Say(Texts.For(call.Reader.Language)["dashboard.link.no_address"], Tone.Warning);
        return await gate.Answer(
            call,
            async asked =>
            {
                // Lines per lead name the reps: without being a team lead, one gets one's own.
                var filter = FigureRights.MayCompare(asked.By, call.Pod.Id) ? asked.Question.Filter : Own(asked);
                var link = links.Make(new ExportLink(call.Pod.Id, asked.By.Id, asked.Question.Period, filter));
                var figures = await desk.Of(call.Pod.Id, asked.Question.Period, filter, ct);
                return ExportCard.Draw(new StatsView(asked.Question.Subject, figures, asked.Today), pages.Of(ExportLinks.Path + link)!, call.Reader);
            },
            ct);
    }

    private static FigureFilter Own(StatsAsked asked) => asked.By.Side == Domain.Roster.Side.Sales
        ? asked.Question.Filter with { Rep = asked.By.Id }
        : asked.Question.Filter with { Marketer = asked.By.Email };
}
