using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Review;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Cards.Review;

/// <summary>What a check-in decides: what, who, by when; and which of it is done.</summary>
public static class DecisionForm
{
    private const int OptionLimit = 100;
    private const int LabelLimit = 75;
    private const int DateLength = 10;

    /// <param name="due">The day that is proposed.</param>
    public static Form Draw(CheckInView view, LocalDate due, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var people = view.Agenda.Roster.Members.Where(member => member.Active)
            .OrderBy(member => member.Name, StringComparer.Ordinal).Take(OptionLimit)
            .Select(member => new Option(member.Id.Value, TextCut.To(member.Name, LabelLimit), ReviewWords.Side(member.Side, texts)))
            .OrderBy(option => option.Group, StringComparer.Ordinal).ToValueList();
        return new Form(FormIds.Decide, view.CheckIn.Id, texts["checkin.form.title"], texts["checkin.form.submit"], texts["form.cancel"], null, [
            new FormField.Text(FieldNames.What, texts["checkin.form.what"], texts["checkin.form.what_hint"], Required: true, Multiline: true, ReviewDecision.WhatLimit),
            new FormField.Choice(FieldNames.Member, texts["checkin.form.owner"], null, Required: true, people),
            new FormField.Text(FieldNames.Due, texts["checkin.form.due"], texts["checkin.form.due_hint"], Required: true, Multiline: false, DateLength, LocalDatePattern.Iso.Format(due)),
        ]);
    }

    public static Form Done(CheckInView view, ValueList<ReviewDecision> open, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var options = open.Take(OptionLimit)
            .Select(decision => new Option(decision.Id, TextCut.To(TextClean.OneLine(decision.What), LabelLimit))).ToValueList();
        return new Form(FormIds.Done, view.CheckIn.Id, texts["checkin.done.title"], texts["checkin.done.submit"], texts["form.cancel"], null, [
            new FormField.Choice(FieldNames.Decision, texts["checkin.done.which"], null, Required: true, options),
        ]);
    }
}
