using System.Runtime.CompilerServices;
using AlignmentBot.Bot.Channels.Teams.Outbound;

namespace AlignmentBot.Bot.Channels.Teams.Doctor;

/// <summary>Looks at everything that has to be right before a lead can be accepted in Teams, and says for each fault what to click where.</summary>
/// <param name="time">Real time, to compare Microsoft's clock with.</param>
public sealed class TeamsDoctor(TeamsPatient patient, HttpClient http, TeamsTokens tokens, TimeProvider time)
{
    public async IAsyncEnumerable<Finding> Examine([EnumeratorCancellation] CancellationToken ct)
    {
        if (!patient.Settings.Anonymous)
        {
            foreach (var finding in await new SigningKeysCheck(http, patient.Settings, time).Look(ct))
                yield return finding;
        }

        var token = await new AppTokenCheck(tokens, patient.Settings).Look(ct);
        yield return token;
        if (patient.Pods is not { } pods)
            yield break;
        if (pods.Count == 0)
            yield return new Finding("Pods", "There is none yet, so no lead has a place.", "Add the app to a team and write @AlignmentBot setup in its channel; or add a pod here: pods add");
        var places = new PodPlaceCheck(new ConnectorRest(http, patient.Settings, tokens, new ConnectorLimits(time)));
        // Without a token no channel can be reached, and that has been said.
        foreach (var pod in token.Ok ? pods : [])
        {
            if (await places.Look(pod, ct) is { } finding)
                yield return finding;
        }

        if (patient.Parked.Count > 0)
            yield return Parked();
    }

    private Finding Parked()
    {
        var reasons = patient.Parked.CountBy(row => row.Reason, StringComparer.Ordinal).OrderByDescending(reason => reason.Value).Select(reason => $"{reason.Key} ({reason.Value})");
        return new Finding(
            "Messages given up",
            string.Join(", ", reasons) + ".",
            "What each reason means, and what ends it, stands in docs/teams.md under \"When something is wrong\".");
    }
}
