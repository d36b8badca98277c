using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Activities that somebody waits for. Each is answered with a sentence even when the work behind it fails: Teams' own words for that help nobody.</summary>
public sealed partial class TeamsInvokes(TeamsActions actions, TeamsDialogs dialogs, TeamsExtension extension, TeamsSearches searches, ILogger<TeamsInvokes> logger)
{
    /// <param name="first">What has to be done before.</param>
    public async Task<TeamsReply> Handle(TeamsActivity activity, TeamsOrigin origin, Func<Task> first, CancellationToken ct)
    {
        try
        {
            await first();
            return await Dispatch(activity, origin, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, activity.Name, origin.Delivery, failure);
            return Sorry(activity.Name);
        }
    }

    private async Task<TeamsReply> Dispatch(TeamsActivity activity, TeamsOrigin origin, CancellationToken ct)
    {
        switch (activity.Name)
        {
            case "adaptiveCard/action" when Read(activity, TeamsJson.Default.TeamsActionValue)?.Action is { } action:
                return await actions.Press(action, origin, ct);
            case "task/fetch" when Read(activity, TeamsJson.Default.TeamsDialogValue) is { } opened:
                return await dialogs.Open(TeamsButtonData.Read(opened.Data), origin, ct);
            case "task/submit" when Read(activity, TeamsJson.Default.TeamsDialogValue) is { } sent:
                return await dialogs.Send(TeamsButtonData.Read(sent.Data), origin, ct);
            case "composeExtension/submitAction" when Read(activity, TeamsJson.Default.TeamsDialogValue) is { } sent:
                return await dialogs.Send(TeamsButtonData.Read(sent.Data), origin with { InExtension = true }, ct);
            case "composeExtension/query" when Read(activity, TeamsJson.Default.TeamsQueryValue) is { } query:
                return await extension.Search(query, origin, ct);
            case "composeExtension/fetchTask" when Read(activity, TeamsJson.Default.TeamsDialogValue) is { } chosen:
                return await extension.Open(chosen, origin with { InExtension = true }, ct);
            case "application/search" when Read(activity, TeamsJson.Default.TeamsSearchValue) is { } search:
                return await searches.Find(search, origin, ct);
            default:
                Log.Unread(logger, activity.Name);
                return TeamsReply.NotKnown;
        }
    }

    private static T? Read<T>(TeamsActivity activity, JsonTypeInfo<T> shape)
        where T : class => activity.Value.ValueKind == JsonValueKind.Object ? activity.Value.Deserialize(shape) : null;

    private static TeamsReply Sorry(string? name)
    {
        var sentence = Texts.For(Reader.Unknown.Language)["teams.door.failed"];
        return name switch
        {
            "adaptiveCard/action" => TeamsBodies.Sentence(sentence),
            "composeExtension/query" => TeamsBodies.NoResult(sentence),
            "application/search" => TeamsBodies.Options([]),
            "composeExtension/fetchTask" or "composeExtension/submitAction" => TeamsBodies.Dialog(
                Texts.For(Reader.Unknown.Language)["teams.door.title"], TeamsCards.InDialog(TeamsCards.Sentence(sentence, Tone.Warning), Reader.Unknown)),
            _ => TeamsBodies.DialogSentence(sentence),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Name} failed ({Delivery}).")]
        public static partial void Failed(ILogger logger, string? name, string delivery, Exception failure);

        [LoggerMessage(Level = LogLevel.Information, Message = "Teams asked for {Name}, which is not known.")]
        public static partial void Unread(ILogger logger, string? name);
    }
}
