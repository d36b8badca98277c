using System.Text.Json;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>A form as a Slack modal.</summary>
internal static class BlockKitForm
{
    public static void Write(Utf8JsonWriter json, Form form, Reader reader)
    {
        json.WriteStartObject();
        json.WriteString("type", "modal");
        json.WriteString("callback_id", TextCut.To(form.Id, BlockKitLimits.CallbackId));
        json.WriteString("private_metadata", TextCut.To(form.Value, BlockKitLimits.PrivateMetadata));
        BlockKitText.WritePlain(json, "title", form.Title, BlockKitLimits.ViewLabel);
        BlockKitText.WritePlain(json, "submit", form.Submit, BlockKitLimits.ViewLabel);
        BlockKitText.WritePlain(json, "close", form.Cancel, BlockKitLimits.ViewLabel);
        json.WriteStartArray("blocks");
        WriteIntro(json, form.Intro ?? form.Title);
        foreach (var field in form.Fields.Take(BlockKitLimits.BlocksInView - 1))
            WriteField(json, field, reader);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIntro(Utf8JsonWriter json, string intro)
    {
        json.WriteStartObject();
        json.WriteString("type", "section");
        BlockKitText.WritePlain(json, "text", intro, BlockKitLimits.Text);
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, FormField field, Reader reader)
    {
        if (field is FormField.Choice { Options.Count: 0 })
            return;
        json.WriteStartObject();
        json.WriteString("type", "input");
        json.WriteString("block_id", field.Name);
        json.WriteBoolean("optional", !field.Required);
        BlockKitText.WritePlain(json, "label", field.Label, BlockKitLimits.InputLabel);
        if (field.Hint is { } hint)
            BlockKitText.WritePlain(json, "hint", hint, BlockKitLimits.InputLabel);
        json.WriteStartObject("element");
        switch (field)
        {
            case FormField.Text text:
                WriteText(json, text);
                break;
            case FormField.Choice choice:
                WriteChoice(json, choice, reader);
                break;
            case FormField.Lookup lookup:
                WriteLookup(json, lookup, reader);
                break;
            case FormField.People people:
                WritePeople(json, people, reader);
                break;
            default:
                throw new NotSupportedException($"No input for {field.GetType().Name}.");
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, FormField.Text text)
    {
        var limit = Math.Clamp(text.MaxLength, 1, BlockKitLimits.InputLength);
        json.WriteString("type", "plain_text_input");
        json.WriteString("action_id", text.Name);
        json.WriteBoolean("multiline", text.Multiline);
        json.WriteNumber("max_length", limit);
        if (!string.IsNullOrEmpty(text.Value))
            json.WriteString("initial_value", TextCut.To(TextClean.Of(text.Value), limit));
    }

    private static void WriteChoice(Utf8JsonWriter json, FormField.Choice choice, Reader reader)
    {
        json.WriteString("type", "static_select");
        json.WriteString("action_id", choice.Name);
        BlockKitText.WritePlain(json, "placeholder", Texts.For(reader.Language)["form.choose"], BlockKitLimits.OptionLabel);
        var options = choice.Options.Take(BlockKitLimits.Options).ToValueList();
        WriteOptions(json, options);
        if (options.FirstOrDefault(option => option.Value == choice.Value) is { } chosen)
        {
            json.WritePropertyName("initial_option");
            WriteOption(json, chosen);
        }
    }

    /// <summary>Slack asks for the options, also before anything is typed.</summary>
    private static void WriteLookup(Utf8JsonWriter json, FormField.Lookup lookup, Reader reader)
    {
        json.WriteString("type", "external_select");
        json.WriteString("action_id", lookup.Name);
        json.WriteNumber("min_query_length", 0);
        BlockKitText.WritePlain(json, "placeholder", Texts.For(reader.Language)["form.lookup"], BlockKitLimits.OptionLabel);
        if (lookup.Chosen is not { } chosen)
            return;
        json.WritePropertyName("initial_option");
        WriteOption(json, chosen);
    }

    private static void WritePeople(Utf8JsonWriter json, FormField.People people, Reader reader)
    {
        json.WriteString("type", "multi_users_select");
        json.WriteString("action_id", people.Name);
        BlockKitText.WritePlain(json, "placeholder", Texts.For(reader.Language)["form.people"], BlockKitLimits.OptionLabel);
        if (people.Chosen.Count == 0)
            return;
        json.WriteStartArray("initial_users");
        foreach (var account in people.Chosen)
            json.WriteStringValue(BlockKitText.IdOf(account));
        json.WriteEndArray();
    }

    /// <summary>The property <c>options</c> or, where options stand in groups, <c>option_groups</c>.</summary>
    public static void WriteOptions(Utf8JsonWriter json, ValueList<Option> options)
    {
        if (options.All(option => option.Group is null))
        {
            WriteList(json, options);
            return;
        }

        json.WriteStartArray("option_groups");
        foreach (var group in options.GroupBy(option => option.Group ?? "–", StringComparer.Ordinal))
        {
            json.WriteStartObject();
            BlockKitText.WritePlain(json, "label", group.Key, BlockKitLimits.OptionLabel);
            WriteList(json, group);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable<Option> options)
    {
        json.WriteStartArray("options");
        foreach (var option in options)
            WriteOption(json, option);
        json.WriteEndArray();
    }

    private static void WriteOption(Utf8JsonWriter json, Option option)
    {
        json.WriteStartObject();
        BlockKitText.WritePlain(json, "text", option.Label, BlockKitLimits.OptionLabel);
        json.WriteString("value", TextCut.To(option.Value, BlockKitLimits.OptionValue));
        json.WriteEndObject();
    }
}
