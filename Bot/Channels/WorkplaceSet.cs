using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Channels;

/// <summary>The platforms that can be asked about people.</summary>
public sealed class WorkplaceSet(IEnumerable<IWorkplace> workplaces)
{
    private readonly IWorkplace[] workplaces = workplaces.ToArray();

    public IWorkplace? Find(Door door) => Array.Find(workplaces, workplace => workplace.Door == door);
}
