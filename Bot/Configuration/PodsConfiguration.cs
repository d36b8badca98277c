using AlignmentBot.Domain;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Configuration;

/// <summary>The pods and members of section <c>Pods</c>, laid over what is stored at every start.</summary>
public sealed class PodsConfiguration(ValueList<PodDraft> pods)
{
    public const string Section = "Pods";

    public ValueList<PodDraft> Pods => pods;

    /// <param name="faults">Gets one sentence per fault; when there is one, the result is not to be applied.</param>
    public static PodsConfiguration Read(IConfiguration configuration, ICollection<string> faults)
    {
        var drafts = new List<(PodDraft Draft, string Key)>();
        foreach (var section in SectionReader.ItemsOf(configuration.GetSection(Section), faults))
        {
            if (PodSection.Read(section, faults) is { } draft)
                drafts.Add((draft, section.Path));
        }

        Duplicates.Find(drafts, "id", pod => pod.Id.Value, "Two pods have this id.", faults);
        Duplicates.Find(drafts, "slackChannel", pod => pod.SlackChannel, "Another pod has this channel; each channel belongs to one pod.", faults);
        Duplicates.Find(drafts, "teamsChannel", pod => pod.TeamsChannel, "Another pod has this channel; each channel belongs to one pod.", faults);
        return new PodsConfiguration(drafts.Select(pod => pod.Draft).ToValueList());
    }

    /// <summary>Adds and updates; never deletes. A member who was removed and still stands in the configuration is on the roster again.</summary>
    public async Task Apply(IStore store, CancellationToken ct)
    {
        var writer = new RosterWriter(store);
        foreach (var pod in pods)
        {
            await writer.Save(pod, ct);
            foreach (var member in pod.Members)
                await writer.Save(pod.Id, member, ct);
        }
    }
}
