using System.Globalization;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Rendering;

/// <summary>A form's questions as HTML. Choices are radio buttons, so that one click answers; long lists fall together.</summary>
internal static class HtmlForm
{
    private const int MostRadios = 12;

    public static HtmlText Draw(Form form, Reader reader, IReadOnlyDictionary<string, string> errors)
    {
        var html = new HtmlText();
        html.Open("h2", ("class", "ab-form-title"), ("id", "ab-form-title")).Words(form.Title).Close("h2").Line();
        html.Open("input", ("type", "hidden"), ("name", "form"), ("value", form.Id)).Line();
        html.Open("input", ("type", "hidden"), ("name", "value"), ("value", form.Value)).Line();
        if (form.Intro is { } intro)
            html.Open("p", ("class", "ab-form-intro")).Words(intro).Close("p").Line();
        foreach (var field in form.Fields)
            WriteField(html, form, new Question(field, reader, errors.GetValueOrDefault(field.Name)));
        html.Open("div", ("class", "ab-form-buttons")).Line();
        html.Open("button", ("type", "submit"), ("class", "ab-button ab-primary")).Words(form.Submit).Close("button").Line();
        html.Open("button", ("type", "button"), ("class", "ab-button ab-plain"), ("data-cancel", string.Empty)).Words(form.Cancel).Close("button").Line();
        return html.Close("div").Line();
    }

    private static void WriteField(HtmlText html, Form form, Question question)
    {
        switch (question.Field)
        {
            case FormField.Text text:
                WriteText(html, question, text);
                break;
            case FormField.Choice { Options.Count: 0 }:
                break;
            case FormField.Choice { Options.Count: <= MostRadios } choice:
                WriteRadios(html, question, choice);
                break;
            case FormField.Choice choice:
                WriteSelect(html, question, choice);
                break;
            case FormField.Lookup lookup:
                WriteSearch(html, question, lookup.Chosen?.Value, question.Texts["form.lookup"], ("data-lookup", new LookupQuestion(form.Id, lookup.Name).ToString()));
                break;
            case FormField.People people:
                WriteSearch(html, question, people.Chosen.Count > 0 ? string.Join(", ", people.Chosen) : null, question.Texts["form.people"], ("data-people", "true"));
                break;
            default:
                throw new NotSupportedException($"No input for {question.Field.GetType().Name}.");
        }
    }

    private static void WriteText(HtmlText html, Question question, FormField.Text text)
    {
        var limit = text.MaxLength.ToString(CultureInfo.InvariantCulture);
        html.Open("div", ("class", "ab-field")).Line();
        WriteLabel(html, question);
        if (text.Multiline)
        {
            html.Open("textarea", ("id", question.Id), ("name", text.Name), ("rows", "3"), ("maxlength", limit), ("required", question.Required), ("aria-invalid", question.Invalid), ("aria-describedby", question.Describers));
            // A line break right after the tag is not part of the text, so the text may begin with one.
            html.Line().Words(text.Value ?? string.Empty).Close("textarea").Line();
        }
        else
        {
            html.Open("input", ("type", "text"), ("id", question.Id), ("name", text.Name), ("maxlength", limit), ("value", text.Value), ("required", question.Required), ("aria-invalid", question.Invalid), ("aria-describedby", question.Describers), ("autocomplete", "off")).Line();
        }

        WriteRemarks(html, question);
        html.Close("div").Line();
    }

    private static void WriteRadios(HtmlText html, Question question, FormField.Choice choice)
    {
        html.Open("fieldset", ("class", "ab-field ab-choice"), ("aria-describedby", question.Describers)).Line();
        html.Open("legend").Words(choice.Label);
        WriteOptional(html, question);
        html.Close("legend").Line();
        var number = 0;
        foreach (var group in choice.Options.GroupBy(option => option.Group, StringComparer.Ordinal))
        {
            if (group.Key is { } name)
            {
                html.Open("div", ("class", "ab-group"), ("role", "group"), ("aria-label", name)).Line();
                html.Open("p", ("class", "ab-group-name"), ("aria-hidden", "true")).Words(name).Close("p").Line();
            }

            foreach (var option in group)
                WriteRadio(html, question, option, chosen: option.Value == choice.Value, number++);
            if (group.Key is not null)
                html.Close("div").Line();
        }

        WriteRemarks(html, question);
        html.Close("fieldset").Line();
    }

    private static void WriteRadio(HtmlText html, Question question, Option option, bool chosen, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{question.Id}-{number}");
        html.Open("label", ("class", "ab-option"), ("for", id));
        html.Open("input", ("type", "radio"), ("id", id), ("name", question.Field.Name), ("value", option.Value), ("checked", chosen ? string.Empty : null), ("required", question.Required));
        html.Words(" " + option.Label).Close("label").Line();
    }

    private static void WriteSelect(HtmlText html, Question question, FormField.Choice choice)
    {
        html.Open("div", ("class", "ab-field")).Line();
        WriteLabel(html, question);
        html.Open("select", ("id", question.Id), ("name", choice.Name), ("required", question.Required), ("aria-invalid", question.Invalid), ("aria-describedby", question.Describers)).Line();
        html.Open("option", ("value", string.Empty)).Words(question.Texts["form.choose"]).Close("option").Line();
        foreach (var group in choice.Options.GroupBy(option => option.Group, StringComparer.Ordinal))
        {
            if (group.Key is { } name)
                html.Open("optgroup", ("label", name)).Line();
            foreach (var option in group)
                html.Open("option", ("value", option.Value), ("selected", option.Value == choice.Value ? string.Empty : null)).Words(option.Label).Close("option").Line();
            if (group.Key is not null)
                html.Close("optgroup").Line();
        }

        html.Close("select").Line();
        WriteRemarks(html, question);
        html.Close("div").Line();
    }

    /// <summary>A line to type into; what helps with typing is the page's affair.</summary>
    private static void WriteSearch(HtmlText html, Question question, string? value, string placeholder, (string Name, string? Value) kind)
    {
        html.Open("div", ("class", "ab-field")).Line();
        WriteLabel(html, question);
        html.Open("input", ("type", "text"), ("id", question.Id), ("name", question.Field.Name), kind, ("placeholder", placeholder), ("value", value), ("required", question.Required), ("aria-invalid", question.Invalid), ("aria-describedby", question.Describers), ("autocomplete", "off")).Line();
        WriteRemarks(html, question);
        html.Close("div").Line();
    }

    private static void WriteLabel(HtmlText html, Question question)
    {
        html.Open("label", ("for", question.Id)).Words(question.Field.Label);
        WriteOptional(html, question);
        html.Close("label").Line();
    }

    private static void WriteOptional(HtmlText html, Question question)
    {
        if (!question.Field.Required)
            html.Words(" ").Open("span", ("class", "ab-optional")).Words(question.Texts["form.optional"]).Close("span");
    }

    private static void WriteRemarks(HtmlText html, Question question)
    {
        if (question.Field.Hint is { } hint)
            html.Open("p", ("class", "ab-hint"), ("id", question.Id + "-hint")).Words(hint).Close("p").Line();
        if (question.Error is { } error)
            html.Open("p", ("class", "ab-error"), ("id", question.Id + "-error")).Words(error).Close("p").Line();
    }

    /// <summary>A field with what the page must know about it.</summary>
    private sealed record Question(FormField Field, Reader Reader, string? Error)
    {
        public string Id { get; } = "ab-" + Field.Name.Replace('.', '-');

        public Texts Texts => Texts.For(Reader.Language);

        public string? Required => Field.Required ? string.Empty : null;

        public string? Invalid => Error is null ? null : "true";

        public string? Describers => (Field.Hint, Error) switch
        {
            (null, null) => null,
            (_, null) => Id + "-hint",
            (null, _) => Id + "-error",
            _ => $"{Id}-error {Id}-hint",
        };
    }
}
