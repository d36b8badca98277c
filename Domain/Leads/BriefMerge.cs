namespace AlignmentBot.Domain.Leads;

/// <summary>Joins what came twice for the same person.</summary>
public static class BriefMerge
{
    /// <summary>How many activities a lead keeps; the newest win.</summary>
    public const int ActivityLimit = 50;

    /// <summary>What is known stays, what is new is added: gaps are filled, the score and the notes follow the newer brief, activities are joined.</summary>
    public static Brief Into(Brief known, Brief incoming)
    {
        var filled = BriefFields.Names
            .Concat(incoming.Fields.Select(own => BriefFields.OwnPrefix + own.Name))
            .Where(name => string.IsNullOrWhiteSpace(BriefFields.Get(known, name)))
            .Select(name => (Name: name, Value: BriefFields.Get(incoming, name)))
            .Where(field => !string.IsNullOrWhiteSpace(field.Value))
            .Aggregate(known, (brief, field) => BriefFields.Set(brief, field.Name, field.Value!));

        return filled with
        {
            ExternalId = known.ExternalId ?? incoming.ExternalId,
            Score = incoming.Score ?? known.Score,
            Notes = string.IsNullOrWhiteSpace(incoming.Notes) ? known.Notes : incoming.Notes,
            Activities = known.Activities.Concat(incoming.Activities).Distinct()
                .OrderByDescending(activity => activity.At).Take(ActivityLimit).ToValueList(),
        };
    }
}
