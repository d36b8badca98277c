using System.Buffers;
using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>
/// Draws cards and forms as Adaptive Cards 1.5 for Teams. Words stand in text runs, which are taken literally; only headings and lines
/// with a mention are text blocks, whose markup characters are escaped.
/// </summary>
public static class AdaptiveCardRenderer
{
    private static readonly IReadOnlyDictionary<string, string> NoErrors = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The card's content, to be attached as <c>application/vnd.microsoft.card.adaptive</c>.</summary>
    public static string Card(Card card, Reader reader, CardEnvelope? envelope = null) => Encoding.UTF8.GetString(Fitting(card, reader, envelope ?? CardEnvelope.None));

    /// <inheritdoc cref="Card(Model.Card, Reader, CardEnvelope?)"/>
    public static void Card(Card card, Reader reader, IBufferWriter<byte> output, CardEnvelope? envelope = null) => output.Write(Fitting(card, reader, envelope ?? CardEnvelope.None));

    /// <summary>
    /// The content of a dialog. What was typed comes back by the fields' names, beside <c>form</c> (the form's id) and <c>value</c>.
    /// </summary>
    /// <param name="errors">Sentences by field name, shown under the field.</param>
    public static string Form(Form form, Reader reader, IReadOnlyDictionary<string, string>? errors = null, FormEnvelope? envelope = null) =>
        Encoding.UTF8.GetString(Fitting(form, reader, errors, envelope ?? FormEnvelope.None));

    /// <inheritdoc cref="Form(Model.Form, Reader, IReadOnlyDictionary{string, string}?, FormEnvelope?)"/>
    public static void Form(Form form, Reader reader, IBufferWriter<byte> output, IReadOnlyDictionary<string, string>? errors = null, FormEnvelope? envelope = null) =>
        output.Write(Fitting(form, reader, errors, envelope ?? FormEnvelope.None));

    /// <summary>The form with its labels as short as they must be.</summary>
    private static ReadOnlySpan<byte> Fitting(Form form, Reader reader, IReadOnlyDictionary<string, string>? errors, FormEnvelope envelope)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        foreach (var step in AdaptiveCardLimits.LabelSteps)
        {
            buffer.ResetWrittenCount();
            using (var json = JsonText.Writer(buffer))
                new AdaptiveCardForm(json, reader, errors ?? NoErrors, step, envelope).Write(form);
            if (buffer.WrittenCount <= AdaptiveCardLimits.Bytes)
                break;
        }

        return buffer.WrittenSpan;
    }

    /// <summary>The whole card if it fits; else with shorter texts; else with fewer parts and a note that says so.</summary>
    private static ReadOnlySpan<byte> Fitting(Card whole, Reader reader, CardEnvelope envelope)
    {
        var told = whole with { Summary = CommandWord.InTeams(whole.Summary) };
        var card = told with { Blocks = VisibleBlocks.Of(told, reader) };
        var buffer = new ArrayBufferWriter<byte>(8192);
        foreach (var step in AdaptiveCardLimits.TextSteps)
        {
            if (Fits(buffer, card, reader, envelope, step))
                return buffer.WrittenSpan;
        }

        WriteFirstBlocks(buffer, card, reader, envelope);
        return buffer.WrittenSpan;
    }

    private static void WriteFirstBlocks(ArrayBufferWriter<byte> buffer, Card card, Reader reader, CardEnvelope envelope)
    {
        var shortest = AdaptiveCardLimits.TextSteps[^1];
        var note = new Block.Note([new Run.Plain(Texts.For(reader.Language)["card.note_cut"])]);
        Card First(int blocks) => card with { Blocks = [.. card.Blocks.Take(blocks), note] };

        var (fitting, tooMany) = (0, card.Blocks.Count);
        while (tooMany - fitting > 1)
        {
            var middle = (fitting + tooMany) / 2;
            (fitting, tooMany) = Fits(buffer, First(middle), reader, envelope, shortest) ? (middle, tooMany) : (fitting, middle);
        }

        Fits(buffer, First(fitting), reader, envelope, shortest);
    }

    private static bool Fits(ArrayBufferWriter<byte> buffer, Card card, Reader reader, CardEnvelope envelope, int textLimit)
    {
        buffer.ResetWrittenCount();
        using (var json = JsonText.Writer(buffer))
            Write(json, card, reader, envelope, textLimit);
        return buffer.WrittenCount <= AdaptiveCardLimits.Bytes;
    }

    private static void Write(Utf8JsonWriter json, Card card, Reader reader, CardEnvelope envelope, int textLimit)
    {
        var blocks = new AdaptiveCardBlocks(json, reader, envelope, textLimit);
        json.WriteStartObject();
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("version", AdaptiveCardLimits.Version);
        json.WriteString("fallbackText", TextCut.To(VisibleBlocks.Summary(card), Math.Min(textLimit, AdaptiveCardLimits.Summary)));
        json.WriteStartArray("body");
        blocks.Write(card.Blocks);
        json.WriteEndArray();
        blocks.WriteMentions();
        if (envelope.Refresh is { } refresh)
            WriteRefresh(json, refresh);
        json.WriteEndObject();
    }

    private static void WriteRefresh(Utf8JsonWriter json, CardRefresh refresh)
    {
        json.WriteStartObject("refresh");
        json.WriteStartObject("action");
        json.WriteString("type", "Action.Execute");
        json.WriteString("verb", ActionIds.View);
        json.WriteStartObject("data");
        json.WriteString(TeamsData.Value, refresh.Subject);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("userIds");
        foreach (var user in refresh.UserIds.Take(CardRefresh.MostUsers))
            json.WriteStringValue(user);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
