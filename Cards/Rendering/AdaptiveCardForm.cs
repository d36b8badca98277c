using System.Text.Json;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>A form as the card of a Teams dialog.</summary>
/// <param name="errors">Sentences by field name.</param>
/// <param name="labelLimit">Longest label, in UTF-16 units.</param>
internal sealed class AdaptiveCardForm(Utf8JsonWriter json, Reader reader, IReadOnlyDictionary<string, string> errors, int labelLimit, FormEnvelope envelope)
{
    public void Write(Form form)
    {
        json.WriteStartObject();
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("version", AdaptiveCardLimits.Version);
        json.WriteStartArray("body");
        WriteText(form.Intro ?? form.Title, color: null);
        foreach (var field in form.Fields)
            WriteField(form, field, errors.GetValueOrDefault(field.Name));
        json.WriteEndArray();
        WriteSubmit(form);
        json.WriteEndObject();
    }

    private void WriteField(Form form, FormField field, string? error)
    {
        if (field is FormField.Choice { Options.Count: 0 })
            return;
        json.WriteStartObject();
        switch (field)
        {
            case FormField.Text text:
                WriteInput(text);
                break;
            case FormField.Choice choice:
                WriteChoices(choice);
                break;
            case FormField.Lookup lookup:
                WriteLookup(form, lookup);
                break;
            case FormField.People people:
                WritePeople(people);
                break;
            default:
                throw new NotSupportedException($"No input for {field.GetType().Name}.");
        }

        json.WriteString("id", field.Name);
        json.WriteString("label", TextCut.To(TeamsText.OneLine(field.Label), labelLimit));
        json.WriteBoolean("isRequired", field.Required);
        if (field.Required)
            json.WriteString("errorMessage", Texts.For(reader.Language)[field is FormField.Text ? "form.required_missing" : "form.choice_missing"]);
        json.WriteEndObject();
        if (error is not null)
            WriteText(error, color: "Attention");
    }

    private void WriteInput(FormField.Text text)
    {
        var limit = Math.Clamp(text.MaxLength, 1, AdaptiveCardLimits.InputLength);
        json.WriteString("type", "Input.Text");
        json.WriteBoolean("isMultiline", text.Multiline);
        json.WriteNumber("maxLength", limit);
        if (text.Hint is { } hint)
            json.WriteString("placeholder", TextCut.To(TeamsText.OneLine(hint), labelLimit));
        if (!string.IsNullOrEmpty(text.Value))
            json.WriteString("value", TextCut.To(TeamsText.Of(text.Value), limit));
    }

    /// <summary>Choices know no groups here, so the group follows the label.</summary>
    private void WriteChoices(FormField.Choice choice)
    {
        var texts = Texts.For(reader.Language);
        json.WriteString("type", "Input.ChoiceSet");
        json.WriteString("style", "compact");
        json.WriteString("placeholder", texts["form.choose"]);
        json.WriteStartArray("choices");
        foreach (var option in choice.Options.Take(AdaptiveCardLimits.Options))
        {
            var label = option.Group is { } group ? texts["form.option_in_group", option.Label, group] : option.Label;
            json.WriteStartObject();
            json.WriteString("title", TextCut.To(TeamsText.OneLine(label), labelLimit));
            json.WriteString("value", option.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (choice.Value is { } value && choice.Options.Any(option => option.Value == value))
            json.WriteString("value", value);
    }

    /// <summary>Teams asks the bot for options by this dataset. Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search</summary>
    private void WriteLookup(Form form, FormField.Lookup lookup)
    {
        WriteSearch(Texts.For(reader.Language)["form.lookup"], Known(lookup), new LookupQuestion(form.Id, lookup.Name).ToString());
        if (lookup.Chosen is { } chosen)
            json.WriteString("value", chosen.Value);
    }

    private static ValueList<Option> Known(FormField.Lookup lookup) =>
        (lookup.Chosen is { } chosen && lookup.Likely.All(option => option.Value != chosen.Value) ? lookup.Likely.Prepend(chosen) : lookup.Likely).ToValueList();

    /// <summary>The people of the conversation. Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker</summary>
    private void WritePeople(FormField.People people)
    {
        WriteSearch(Texts.For(reader.Language)["form.people"], [], "graph.microsoft.com/users?scope=currentContext");
        json.WriteBoolean("isMultiSelect", true);
        if (people.Chosen.Count > 0)
            json.WriteString("value", string.Join(',', people.Chosen));
    }

    private void WriteSearch(string placeholder, ValueList<Option> known, string dataset)
    {
        json.WriteString("type", "Input.ChoiceSet");
        json.WriteString("style", "filtered");
        json.WriteString("placeholder", placeholder);
        json.WriteStartArray("choices");
        foreach (var option in known)
        {
            json.WriteStartObject();
            json.WriteString("title", TextCut.To(TeamsText.OneLine(option.Group is { } group ? $"{option.Label} ({group})" : option.Label), labelLimit));
            json.WriteString("value", option.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("choices.data");
        json.WriteString("type", "Data.Query");
        json.WriteString("dataset", dataset);
        json.WriteEndObject();
    }

    private void WriteText(string text, string? color)
    {
        json.WriteStartObject();
        json.WriteString("type", "RichTextBlock");
        json.WriteStartArray("inlines");
        json.WriteStartObject();
        json.WriteString("type", "TextRun");
        json.WriteString("text", TextCut.To(TeamsText.Of(text), AdaptiveCardLimits.TextSteps[0]));
        if (color is not null)
            json.WriteString("color", color);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteSubmit(Form form)
    {
        json.WriteStartArray("actions");
        json.WriteStartObject();
        json.WriteString("type", "Action.Submit");
        json.WriteString("title", TextCut.To(TeamsText.OneLine(form.Submit), AdaptiveCardLimits.ButtonLabel));
        json.WriteString("style", "positive");
        json.WriteStartObject("data");
        json.WriteString(TeamsData.Form, form.Id);
        json.WriteString(TeamsData.Value, form.Value);
        WriteOwn(TeamsData.Token, envelope.Token);
        WriteOwn(TeamsData.Opener, envelope.Opener);
        WriteOwn(TeamsData.Message, envelope.Message);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteOwn(string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
