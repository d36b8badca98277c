using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Statistics;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary><c>/mql stats</c>, <c>funnel</c>, <c>reasons</c> and <c>scorecard</c>, and what the figures mean. The answers are for the person who asks alone.</summary>
public sealed class StatsCommands(FigureDesk desk, StatsGate gate)
{
    private const string DefineWord = "define";

    public async Task<Answer> Stats(CommandCall call, CancellationToken ct) => DefineOf(call) ?? await gate.Answer(
        call,
        async asked =>
        {
            var (period, filter) = (asked.Question.Period, asked.Question.Filter);
            var step = StatsView.StepFor(period);
            var sheet = desk.Sheet(call.Pod.Id);
            var (figures, course) = (sheet.Of(period, filter), sheet.Trend(step, period, filter));
            await sheet.Read(ct);
            return StatsCard.Draw(
                View(call, asked, figures.Answer) with { Step = step, Course = course.Answer.Select(part => part.Figures).ToValueList() }, call.Reader);
        },
        ct);

    public Task<Answer> Funnel(CommandCall call, CancellationToken ct) => gate.Answer(
        call,
        async asked => FunnelCard.Draw(View(call, asked, await desk.Of(call.Pod.Id, asked.Question.Period, asked.Question.Filter, ct)), call.Reader),
        ct);

    public Task<Answer> Reasons(CommandCall call, CancellationToken ct) => gate.Answer(
        call,
        async asked =>
        {
            var (period, filter) = (asked.Question.Period, asked.Question.Filter);
            var sheet = desk.Sheet(call.Pod.Id);
            var (figures, before) = (sheet.Of(period, filter, Timings.None), sheet.Of(period.Previous(), filter, Timings.None));
            await sheet.Read(ct);
            return ReasonsCard.Draw(View(call, asked, figures.Answer) with { Before = before.Answer }, call.Pod.Reasons, call.Reader);
        },
        ct);

    public Task<Answer> Scorecard(CommandCall call, CancellationToken ct) => gate.Answer(
        call,
        async asked =>
        {
            var scorecard = await desk.Scorecard(call.Pod.Id, asked.Question.Period, asked.Question.Filter, ct);
            return ScorecardCard.Draw(View(call, asked, scorecard.Now), scorecard, call.Reader);
        },
        ct);

    /// <summary>Somebody asks below a card what its figures mean.</summary>
    public Task<Answer> Define(Click click, CancellationToken ct) => Task.FromResult<Answer>(new Answer.Show(DefineCard.All(Reader.Unknown)));

    private StatsView View(CommandCall call, StatsAsked asked, PodFigures figures) =>
        new(asked.Question.Subject, figures, asked.Today) { Page = gate.PageOf(call, asked) };

    private static Answer? DefineOf(CommandCall call)
    {
        var words = call.Rest.ToLowerInvariant().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0 || words[0] != DefineWord)
            return null;
        if (words.Length == 1)
            return new Answer.Show(DefineCard.All(call.Reader));

        var texts = Texts.For(call.Reader.Language);
        var typed = words[1].Replace(' ', '-');
        var name = FigureTexts.Define(typed, texts) is not null ? typed : NearestWord.Of(typed, FigureNames.All);
        return name is null
            ? new Answer.Say(texts["stats.unknown.figure", words[1], string.Join(", ", FigureNames.All)], Tone.Warning)
            : new Answer.Show(DefineCard.One(name, call.Reader));
    }
}
