using AlignmentBot.Cards;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>What people read who install the app. They are not known yet, so the words are English.</summary>
public sealed class InstallPages(SlackApp app)
{
    private readonly Texts texts = Texts.For(Reader.Unknown.Language);

    /// <param name="owedAgain">How many messages waited for this.</param>
    public InstallPage Installed(string workspace, int owedAgain) => new(
        StatusCodes.Status200OK,
        texts["slack.install.done", workspace],
        owedAgain > 0 ? [texts["slack.install.done_text"], texts.Count("slack.install.owed_again", owedAgain)] : [texts["slack.install.done_text"]],
        [texts["slack.install.step_invite"], TextClean.Of(texts["slack.install.step_setup"]), texts["slack.install.step_test"]],
        null,
        null);

    /// <summary>The person said no.</summary>
    public InstallPage Declined() => Again(StatusCodes.Status200OK, "slack.install.declined", "slack.install.declined_text");

    /// <summary>The word that came back is not the one that this browser was given.</summary>
    public InstallPage Stale() => Again(StatusCodes.Status400BadRequest, "slack.install.stale", "slack.install.stale_text");

    /// <summary>Slack turned it down for a reason that another try may help.</summary>
    public InstallPage Refused(string error) => Again(StatusCodes.Status400BadRequest, "slack.install.refused", "slack.install.refused_text", error);

    /// <summary>The one who runs the bot has to put something right first.</summary>
    public InstallPage NeedsAdmin(string error) => Again(StatusCodes.Status502BadGateway, "slack.install.refused", "slack.install.admin_text", error);

    public InstallPage Unreachable() => Again(StatusCodes.Status502BadGateway, "slack.install.unreachable", "slack.install.unreachable_text");

    private InstallPage Again(int status, string title, string text, params object[] values) => new(
        status, texts[title], [values.Length == 0 ? texts[text] : texts[text, values]], [], texts["slack.install.again"], SlackPaths.Under(app.PublicUrl, SlackPaths.Install));
}
