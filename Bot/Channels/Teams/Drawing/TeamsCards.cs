using System.Buffers;
using System.Security.Cryptography;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Teams.Drawing;

/// <summary>Cards and forms as Teams gets them: each drawing with a token of its own, by which a press that is delivered twice, the second
/// time under another id, is known as one.</summary>
public static class TeamsCards
{
    private const string TokenLetters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int TokenLength = 12;

    /// <summary>A card in a message.</summary>
    public static ReadOnlyMemory<byte> Content(Card card, Reader reader, CardRefresh? refresh) =>
        Write(card, reader, new CardEnvelope { Token = NewToken(), Refresh = refresh });

    /// <summary>A card in a dialog.</summary>
    public static ReadOnlyMemory<byte> InDialog(Card card, Reader reader) => Write(card, reader, new CardEnvelope { Token = NewToken(), InDialog = true });

    /// <summary>A form in a dialog.</summary>
    /// <param name="opener">How it was opened.</param>
    /// <param name="message">The message from which it was opened, or null.</param>
    public static ReadOnlyMemory<byte> Form(Form form, Reader reader, FormOpener opener, string? message, ValueList<FieldError> errors)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        var byField = errors
            .GroupBy(error => form.Fields.Any(field => field.Name == error.Field) ? error.Field : form.Fields[0].Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => string.Join(' ', group.Select(error => error.Sentence)), StringComparer.Ordinal);
        AdaptiveCardRenderer.Form(form, reader, buffer, byField, new FormEnvelope(NewToken(), opener.ToString(), message));
        return buffer.WrittenMemory;
    }

    /// <summary>A sentence as a card.</summary>
    public static Card Sentence(string text, Tone tone) => new(text, tone, [new Block.Status(tone, [new Run.Plain(text)])]);

    private static ReadOnlyMemory<byte> Write(Card card, Reader reader, CardEnvelope envelope)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        AdaptiveCardRenderer.Card(card, reader, buffer, envelope);
        return buffer.WrittenMemory;
    }

    private static string NewToken() => RandomNumberGenerator.GetString(TokenLetters, TokenLength);
}
