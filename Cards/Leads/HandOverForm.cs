using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Leads;

/// <summary>The form by which marketing hands over a lead by hand.</summary>
public static class HandOverForm
{
    /// <summary>What is always asked; what a pod requires beside it is asked too.</summary>
    private static readonly ValueList<string> Usual =
        [BriefFields.CompanyName, "firstName", "lastName", "title", BriefFields.Email, BriefFields.Phone, "source", "campaign", "score", "notes"];

    private const int MostOptions = 100;

    /// <param name="pods">Those to choose from, at least one.</param>
    /// <param name="reps">The active reps of those pods.</param>
    public static Form Draw(ValueList<Pod> pods, ValueList<Member> reps, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var fields = new List<FormField>();
        if (pods.Count > 1)
            fields.Add(new FormField.Choice(FieldNames.Pod, texts["form.hand_over.pod"], null, Required: true, pods.Take(MostOptions).Select(pod => new Option(pod.Id.Value, pod.Name)).ToValueList()));
        fields.AddRange(Asked(pods).Select(name => Field(name, pods, texts)));
        if (reps.Count > 0)
            fields.Add(new FormField.Choice(FieldNames.Member, texts["form.hand_over.rep"], texts["form.hand_over.rep_hint"], Required: false, Options(pods, reps)));
        var value = pods.Count == 1 ? pods[0].Id.Value : string.Empty;
        var intro = pods.Count == 1 ? texts["form.hand_over.intro_to", pods[0].Name] : texts["form.hand_over.intro"];
        return new Form(FormIds.HandOver, value, texts["form.hand_over.title"], texts["form.hand_over.submit"], texts["form.cancel"], intro, fields.ToValueList());
    }

    private static IEnumerable<string> Asked(ValueList<Pod> pods) =>
        Usual.Concat(pods.SelectMany(pod => pod.RequiredFields)).Where(name => name != "marketer").Distinct(StringComparer.Ordinal);

    /// <summary>A pod's required field may be left out: the lead then waits for it, and sales is asked once it is there.</summary>
    private static FormField.Text Field(string name, ValueList<Pod> pods, Texts texts)
    {
        var hint = pods.Any(pod => pod.RequiredFields.Any(required => required == name)) ? texts["form.hand_over.required_hint"] : null;
        return new FormField.Text(name, LeadWords.Field(name, texts), hint, Required: false, Multiline: name == "notes", Limit(name));
    }

    private static int Limit(string name) => name switch
    {
        "notes" => 3000,
        "score" => 3,
        BriefFields.Email => FieldRules.EmailLimit,
        BriefFields.Phone => FieldRules.PhoneLimit,
        _ when name.StartsWith(BriefFields.OwnPrefix, StringComparison.Ordinal) => FieldRules.OwnValueLimit,
        _ => FieldRules.NameLimit,
    };

    private static ValueList<Option> Options(ValueList<Pod> pods, ValueList<Member> reps) => pods
        .SelectMany(pod => reps.Where(rep => rep.Pod == pod.Id).Select(rep => new Option(rep.Id.Value, rep.Name, pods.Count > 1 ? pod.Name : null)))
        .Take(MostOptions)
        .ToValueList();
}
