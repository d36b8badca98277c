using System.Runtime.CompilerServices;

namespace AlignmentBot.Bot.Channels.Slack.Doctor;

/// <summary>Looks at everything that has to be right before a lead can be accepted in Slack, and says for each fault what to click where.</summary>
/// <param name="time">Real time, to compare Slack's clock with.</param>
public sealed class SlackDoctor(SlackPatient patient, SlackProbe probe, TimeProvider time)
{
    public async IAsyncEnumerable<Finding> Examine([EnumeratorCancellation] CancellationToken ct)
    {
        if (patient.Settings.SigningSecret is not null)
            yield return Finding.Well("Signing secret", $"There is one, so what is posted to {SlackPaths.Events} is checked.");
        if (patient.Settings.AppToken is { } appToken)
            yield return await new SocketCheck(probe).Look(appToken, ct);

        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        var clock = new ClockCheck(time);
        foreach (var workspace in Workspaces())
        {
            await foreach (var finding in Examine(workspace, tokens, clock, ct))
                yield return finding;
        }

        if (clock.Finding is { } skew)
            yield return skew;
        await foreach (var finding in Channels(tokens, ct))
            yield return finding;
    }

    /// <param name="tokens">Gets the workspace's token, if it works.</param>
    private async IAsyncEnumerable<Finding> Examine(
        ExaminedWorkspace workspace, Dictionary<string, string> tokens, ClockCheck clock, [EnumeratorCancellation] CancellationToken ct)
    {
        if (workspace.Fault is { } fault)
        {
            yield return fault;
            yield break;
        }

        var check = new TokenCheck(probe, workspace);
        var read = await check.Read(ct);
        clock.Note(read.Date);
        if (read.Ok)
            tokens[workspace.Prefix] = workspace.Token!;
        foreach (var finding in check.Findings(read))
            yield return finding;
    }

    private async IAsyncEnumerable<Finding> Channels(Dictionary<string, string> tokens, [EnumeratorCancellation] CancellationToken ct)
    {
        if (patient.Pods is not { } pods)
            yield break;
        var channels = new ChannelCheck(probe, patient.Settings);
        foreach (var pod in pods)
        {
            if (await channels.Look(pod, tokens, ct) is { } finding)
                yield return finding;
        }

        if (pods.Count == 0)
            yield return new Finding("Pods", "There is none yet, so no lead has a place.", "Open a channel in Slack, write /invite @AlignmentBot and then /mql setup; or add a pod here: pods add");
    }

    private IEnumerable<ExaminedWorkspace> Workspaces()
    {
        if (patient.Settings.App is not { } app)
            return [new ExaminedWorkspace(string.Empty, "Slack:BotToken", patient.Settings.BotToken)];
        var page = SlackPaths.Under(app.PublicUrl, SlackPaths.Install);
        return patient.Installations.Count == 0
            ? [ExaminedWorkspace.None(page)]
            : patient.Installations.Select(held => ExaminedWorkspace.Of(held, page));
    }
}
