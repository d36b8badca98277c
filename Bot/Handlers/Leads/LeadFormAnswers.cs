using System.Globalization;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>Reads the forms about a lead into commands.</summary>
public static class LeadFormAnswers
{
    /// <summary>The longest free text that is kept with a decision.</summary>
    public const int TextLimit = Rejection.NoteLimit;

    public static Parsed Reject(FormAnswers form)
    {
        var reason = form.View.Pod.Reasons.FirstOrDefault(known => known.Code == form[FieldNames.Reason]);
        if (reason is null)
            return form.Wrong(FieldNames.Reason, "form.error.reason");
        return form[FieldNames.Note] is { Length: > TextLimit } note
            ? TooLong(form, FieldNames.Note, note)
            : new Parsed.Fine(new LeadCommand.Reject(new Rejection(reason, form[FieldNames.Note])));
    }

    public static Parsed Release(FormAnswers form) => Text(form, FieldNames.Reason, text => new LeadCommand.Release(text));

    public static Parsed Lose(FormAnswers form, Instant now) => Text(form, FieldNames.Reason, text => new LeadCommand.Lose(now, text));

    public static Parsed Reassign(FormAnswers form) =>
        form[FieldNames.Member] is { } id && form.View.Roster.Find(new MemberId(id)) is { } member
            ? new Parsed.Fine(new LeadCommand.Reassign(member))
            : form.Wrong(FieldNames.Member, "form.error.member");

    /// <summary>Every filled field of the form; each is held to the same rules as the API.</summary>
    public static Parsed Repair(FormAnswers form)
    {
        var supplied = form.Fields.Keys
            .Where(BriefFields.Knows)
            .Select(name => (Name: name, Value: form[name]))
            .Where(field => field.Value is not null && field.Value != BriefFields.Get(form.View.Lead.Brief, field.Name))
            .Select(field => new NamedValue(field.Name, field.Value!))
            .ToValueList();

        var errors = supplied
            .Select(field => (field.Name, Problem: FieldRules.Check(field.Name, field.Value)))
            .Where(field => field.Problem is not null)
            .Select(field => form.Error(field.Name, FieldTexts.Key(field.Problem!.Fault), field.Problem.Limit))
            .ToValueList();
        if (errors.Count > 0)
            return new Parsed.Wrong(errors);
        return supplied.Count > 0
            ? new Parsed.Fine(new LeadCommand.Repair(supplied))
            : form.Wrong(form.Fields.Keys.FirstOrDefault() ?? BriefFields.Email, "form.error.nothing");
    }

    /// <summary>An amount may be left out; a currency without an amount says nothing.</summary>
    public static Parsed Amount(FormAnswers form, Func<Money?, LeadCommand> command)
    {
        if (form[FieldNames.Amount] is not { } typed)
            return new Parsed.Fine(command(null));
        if (!decimal.TryParse(typed, NumberStyles.Number, form.Reader.Language, out var amount) || amount is < 0 or > FieldRules.AmountLimit)
            return form.Wrong(FieldNames.Amount, "form.error.amount");
        return form[FieldNames.Currency]?.ToUpperInvariant() is { } currency && FieldRules.IsCurrency(currency)
            ? new Parsed.Fine(command(new Money(amount, currency)))
            : form.Wrong(FieldNames.Currency, "form.error.currency");
    }

    private static Parsed Text(FormAnswers form, string field, Func<string, LeadCommand> command) => form[field] switch
    {
        null => form.Wrong(field, "form.error.empty"),
        { Length: > TextLimit } text => TooLong(form, field, text),
        var text => new Parsed.Fine(command(text)),
    };

    private static Parsed.Wrong TooLong(FormAnswers form, string field, string text) => form.Wrong(field, "form.error.too_long", text.Length, TextLimit);
}
