using System.Globalization;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>Reads what a command of figures asks for, and lets through who may see it.</summary>
public sealed class StatsGate(FigureDesk desk, Rosters rosters, WebAddress pages)
{
    public async Task<Answer> Answer(CommandCall call, Func<StatsAsked, Task<Card>> draw, CancellationToken ct)
    {
        var texts = Texts.For(call.Reader.Language);
        if (call.Member is not { Active: true } member)
            return new Answer.Say(texts["stats.refused.roster"], Tone.Warning);
        var today = await desk.Today(call.Pod.Id, ct);
        var roster = (await rosters.Find(call.Pod.Id, ct))!.Roster;
        return StatsQuestion.Read(call.Rest, member, call.Pod, roster, today, texts) switch
        {
            StatsQuestion.Fault fault => new Answer.Say(fault.Sentence, Tone.Warning),
            StatsQuestion.Asked asked when !FigureRights.MaySee(member, call.Pod.Id, asked.Filter) =>
                new Answer.Say(texts["stats.refused.person", asked.Subject], Tone.Warning),
            StatsQuestion.Asked asked => new Answer.Show(await draw(new StatsAsked(asked, member, today))),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    /// <summary>The same, for what compares people.</summary>
    public Task<Answer> AnswerLeads(CommandCall call, Func<StatsAsked, Task<Card>> draw, CancellationToken ct) =>
        call.Member is { Active: true } member && !FigureRights.MayCompare(member, call.Pod.Id)
            ? Task.FromResult<Answer>(new Answer.Say(Texts.For(call.Reader.Language)["stats.refused.leads_only"], Tone.Warning))
            : Answer(call, draw, ct);

    /// <summary>The page with the same figures; null where it is not known how people reach the bot.</summary>
    public Uri? PageOf(CommandCall call, StatsAsked asked)
    {
        var (filter, period) = (asked.Question.Filter, asked.Question.Period);
        (string Name, string? Value)[] words =
        [
            ("pod", call.Pod.Id.Value),
            ("from", LocalDatePattern.Iso.Format(period.From)),
            ("to", LocalDatePattern.Iso.Format(period.Until)),
            ("campaign", filter.Campaign),
            ("source", filter.Source),
            ("tier", filter.Tier),
            ("agreement", filter.AgreementVersion?.ToString(CultureInfo.InvariantCulture)),
            ("rep", filter.Rep?.Value),
            ("marketer", asked.Question.Person is { Side: Side.Marketing } marketer ? marketer.Id.Value : null),
        ];
        return pages.Of("/dashboard?" + string.Join('&', words.Where(word => word.Value is not null).Select(word => $"{word.Name}={Uri.EscapeDataString(word.Value!)}")));
    }
}

/// <summary>A question that is understood and may be answered.</summary>
/// <param name="Today">In the pod's zone.</param>
public sealed record StatsAsked(StatsQuestion.Asked Question, Member By, LocalDate Today);
