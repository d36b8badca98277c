using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.HandOver;

/// <summary>Reads the hand-over form by the same rules as the API.</summary>
public static class HandOverAnswers
{
    /// <summary>Any one of these tells who is meant.</summary>
    private static readonly ValueList<string> Naming = [BriefFields.CompanyName, "firstName", "lastName", BriefFields.Email];

    /// <param name="pods">Those to which this person may hand over, at least one.</param>
    public static HandOverParsed Read(Submission form, IReadOnlyList<PodRoster> pods, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var given = form.Answers
            .Where(answer => BriefFields.Knows(answer.Key) && !string.IsNullOrWhiteSpace(answer.Value))
            .Select(answer => new NamedValue(answer.Key, answer.Value.Trim()))
            .ToList();
        var errors = given
            .Select(field => (field.Name, Problem: FieldRules.Check(field.Name, field.Value)))
            .Where(field => field.Problem is not null)
            .Select(field => new FieldError(field.Name, texts[FieldTexts.Key(field.Problem!.Fault), field.Problem.Limit]))
            .ToList();
        if (!given.Exists(field => Naming.Any(name => name == field.Name)))
            errors.Add(new FieldError(BriefFields.CompanyName, texts["handover.error.nobody"]));

        var pod = PodOf(form, pods);
        var rep = form.Answers.GetValueOrDefault(FieldNames.Member);
        var reserved = string.IsNullOrWhiteSpace(rep) ? null : pod?.Roster.ActiveReps.FirstOrDefault(known => known.Id.Value == rep);
        if (pod is null)
            errors.Add(new FieldError(FieldNames.Pod, texts["handover.error.pod"]));
        else if (reserved is null && !string.IsNullOrWhiteSpace(rep))
            errors.Add(new FieldError(FieldNames.Member, texts["handover.error.rep", pod.Pod.Name]));

        return errors.Count > 0
            ? new HandOverParsed.Wrong(errors.ToValueList())
            : new HandOverParsed.Fine(pod!, given.Aggregate(new Brief(), (brief, field) => BriefFields.Set(brief, field.Name, field.Value)), reserved?.Id);
    }

    /// <summary>The chosen pod; where the form asked for none, the one that it names itself.</summary>
    private static PodRoster? PodOf(Submission form, IReadOnlyList<PodRoster> pods)
    {
        var id = form.Answers.GetValueOrDefault(FieldNames.Pod) ?? form.Value;
        return pods.FirstOrDefault(pod => pod.Pod.Id.Value == id);
    }
}

/// <summary>A hand-over, or what is wrong with it.</summary>
public abstract record HandOverParsed
{
    private HandOverParsed()
    {
    }

    public sealed record Fine(PodRoster Pod, Brief Brief, MemberId? ReservedFor) : HandOverParsed;

    public sealed record Wrong(ValueList<FieldError> Errors) : HandOverParsed;
}
