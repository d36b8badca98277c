using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Review;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Review;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot.Handlers.Review;

/// <summary>What somebody wrote into the form of a decision, or what is wrong with it.</summary>
public sealed record DecisionAnswers(string What, MemberId Owner, LocalDate Due, ValueList<FieldError> Errors)
{
    private const int LongestDays = 366;

    /// <param name="today">In the pod's zone.</param>
    public static DecisionAnswers Read(IReadOnlyDictionary<string, string> answers, CheckInView view, LocalDate today, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var errors = new List<FieldError>();
        var what = answers.GetValueOrDefault(FieldNames.What)?.Trim() ?? string.Empty;
        if (what.Length is 0 or > ReviewDecision.WhatLimit)
            errors.Add(new FieldError(FieldNames.What, texts["checkin.error.what", ReviewDecision.WhatLimit]));
        var owner = new MemberId(answers.GetValueOrDefault(FieldNames.Member) ?? string.Empty);
        if (view.Agenda.Roster.Find(owner) is not { Active: true })
            errors.Add(new FieldError(FieldNames.Member, texts["checkin.error.owner"]));
        var written = answers.GetValueOrDefault(FieldNames.Due)?.Trim() ?? string.Empty;
        var due = LocalDatePattern.Iso.Parse(written);
        if (!due.Success)
            errors.Add(new FieldError(FieldNames.Due, texts["checkin.error.due", written]));
        else if (due.Value < today || due.Value > today.PlusDays(LongestDays))
            errors.Add(new FieldError(FieldNames.Due, texts["checkin.error.due_range", written]));
        return new DecisionAnswers(what, owner, due.TryGetValue(today, out var day) ? day : today, errors.ToValueList());
    }
}
