using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Leads;

/// <summary>What is asked in dialogs about a lead.</summary>
public static class LeadForms
{
    /// <summary>Longest reason for giving back or losing a lead.</summary>
    public const int ReasonLimit = 500;

    private const int FieldLimit = 200;
    private const int NotesLimit = 2000;
    private const int OptionLimit = 100;

    /// <summary>What sales most often finds wrong; asked when a rejected lead is corrected.</summary>
    private static readonly ValueList<string> ContactFields =
        ["firstName", "lastName", "title", BriefFields.Email, BriefFields.Phone, BriefFields.CompanyName];

    public static Form Reject(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var options = view.Pod.Reasons.Take(OptionLimit)
            .Select(reason => (reason.Family, Option: new Option(reason.Code, LeadWords.Reason(reason, texts), LeadWords.Family(reason.Family, texts))))
            .OrderBy(reason => Order(reason.Family))
            .Select(reason => reason.Option);
        return Make(FormIds.Reject, "form.reject", view, texts, [
            new FormField.Choice(FieldNames.Reason, texts["form.reason"], null, Required: true, options.ToValueList()),
            new FormField.Text(FieldNames.Note, texts["form.note"], texts["form.note_hint"], Required: false, Multiline: true, Rejection.NoteLimit),
        ]);
    }

    public static Form Release(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return Make(FormIds.Release, "form.release", view, texts, [
            new FormField.Text(FieldNames.Reason, texts["form.release_reason"], texts["form.release_hint"], Required: true, Multiline: true, ReasonLimit),
        ]);
    }

    /// <summary>On an incomplete lead what is missing; else the usual contact fields as they are, to be corrected.</summary>
    public static Form Repair(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return view.Lead.State is LeadState.Incomplete incomplete
            ? Make(FormIds.Repair, "form.supply", view, texts, incomplete.Missing.Select(name => Field(name, view, texts)).ToValueList())
            : Make(FormIds.Repair, "form.correct", view, texts, ContactFields.Select(name => Field(name, view, texts)).ToValueList());
    }

    /// <summary>A choice of the active reps, without the one who has the lead. Without any other rep it asks nothing and says so.</summary>
    public static Form Reassign(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var with = view.Lead.State switch
        {
            LeadState.Incomplete s => s.ReservedFor,
            LeadState.Offered s => s.ReservedFor,
            _ => view.Lead.Owner,
        };
        var reps = view.Roster.ActiveReps.Where(rep => rep.Id != with).Take(OptionLimit)
            .Select(rep => new Option(rep.Id.Value, rep.Name)).ToValueList();
        return reps.Count == 0
            ? Make(FormIds.Reassign, "form.reassign", view, texts, []) with { Intro = texts["form.no_reps"] }
            : Make(FormIds.Reassign, "form.reassign", view, texts, [new FormField.Choice(FieldNames.Member, texts["form.member"], null, Required: true, reps)]);
    }

    public static Form Win(LeadView view, Reader reader) => Amount(FormIds.Win, "form.win", view, Texts.For(reader.Language));

    public static Form Opportunity(LeadView view, Reader reader) => Amount(FormIds.Opportunity, "form.opportunity", view, Texts.For(reader.Language));

    public static Form Lose(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return Make(FormIds.Lose, "form.lose", view, texts, [
            new FormField.Text(FieldNames.Reason, texts["form.lose_reason"], texts["form.lose_hint"], Required: true, Multiline: true, ReasonLimit),
        ]);
    }

    private static Form Amount(string id, string key, LeadView view, Texts texts)
    {
        var known = (view.Lead.State as LeadState.Opportunity)?.Amount;
        return Make(id, key, view, texts, [
            new FormField.Text(FieldNames.Amount, texts["form.amount"], texts["form.amount_hint"], Required: false, Multiline: false, 16, known?.Amount.ToString("0.##", texts.Language)),
            new FormField.Text(FieldNames.Currency, texts["form.currency"], texts["form.currency_hint"], Required: false, Multiline: false, 3, known?.Currency),
        ]);
    }

    /// <summary>A value that is longer than a form takes is not offered for correction, so that it cannot come back cut.</summary>
    private static FormField Field(string name, LeadView view, Texts texts)
    {
        var notes = name == "notes";
        var value = BriefFields.Get(view.Lead.Brief, name);
        var limit = notes ? NotesLimit : FieldLimit;
        return new FormField.Text(name, LeadWords.Field(name, texts), null, Required: false, Multiline: notes, limit, value?.Length > limit ? null : value);
    }

    private static Form Make(string id, string key, LeadView view, Texts texts, ValueList<FormField> fields) => new(
        id, view.Lead.Id.Value, texts[key + ".title"], texts[key + ".submit"], texts["form.cancel"], texts["form.about", LeadWords.Title(view.Lead, texts)], fields);

    private static int Order(RejectionFamily family) => family switch
    {
        RejectionFamily.Definitional => 0,
        RejectionFamily.Clerical => 1,
        RejectionFamily.Procedural => 2,
    };
}
