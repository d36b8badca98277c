using System.Globalization;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;

namespace AlignmentBot.Cards.Leads;

/// <summary>How the parts of a lead are called in words.</summary>
public static class LeadWords
{
    private const int NameLength = 60;

    /// <summary>Person and company, as far as they are known; else the lead's id.</summary>
    public static string Title(Lead lead, Texts texts)
    {
        var person = Short(lead.Brief.PersonName);
        var company = Short(lead.Brief.Company.Name);
        return (person, company) switch
        {
            ({ } who, { } where) => texts["card.title", who, where],
            _ => person ?? company ?? texts["card.title_unknown", lead.Id.Value],
        };
    }

    /// <summary>What a field of the brief is called; the pod's own fields by their own names.</summary>
    public static string Field(string name, Texts texts)
    {
        if (name.StartsWith(BriefFields.OwnPrefix, StringComparison.Ordinal))
            return Readable(name[BriefFields.OwnPrefix.Length..]);
        var key = "field." + name;
        return texts.Knows(key) ? texts[key] : Readable(name);
    }

    /// <summary>Several fields in one line.</summary>
    public static string Fields(IEnumerable<string> names, Texts texts) => string.Join(", ", names.Select(name => Field(name, texts)));

    public static string Reason(RejectionReason reason, Texts texts) => reason.Label ?? Known("reason." + reason.Code, reason.Code, texts);

    public static string Family(RejectionFamily family, Texts texts) => texts[family switch
    {
        RejectionFamily.Procedural => "family.procedural",
        RejectionFamily.Clerical => "family.clerical",
        RejectionFamily.Definitional => "family.definitional",
    }];

    /// <summary>What the person did: what kind of thing, and which.</summary>
    public static string Activity(Activity activity, Texts texts)
    {
        var kind = Known("activity." + activity.Kind, activity.Kind, texts);
        return Short(activity.Detail) is { } detail ? texts["card.activity", kind, detail] : kind;
    }

    public static string Money(Money money, Texts texts) =>
        texts["card.money", money.Amount.ToString("#,0.##", texts.Language), money.Currency];

    /// <summary>The state in one or two words, for lists.</summary>
    public static string State(LeadState state, Texts texts) => texts[state switch
    {
        LeadState.Incomplete => "state.incomplete",
        LeadState.Offered => "state.offered",
        LeadState.Accepted => "state.accepted",
        LeadState.Contacted => "state.contacted",
        LeadState.Qualified => "state.qualified",
        LeadState.Opportunity => "state.opportunity",
        LeadState.Won => "state.won",
        LeadState.Lost => "state.lost",
        LeadState.Rejected => "state.rejected",
        LeadState.Recycled => "state.recycled",
        _ => throw new NotSupportedException($"No word for {state.GetType().Name}."),
    }];

    public static string Door(Door door, Texts texts) => texts[door switch
    {
        Domain.Leads.Door.Local => "door.local",
        Domain.Leads.Door.Slack => "door.slack",
        Domain.Leads.Door.Teams => "door.teams",
        Domain.Leads.Door.Api => "door.api",
        Domain.Leads.Door.Timer => "door.timer",
    }];

    /// <summary>Who did it, at the start of a sentence: a member, a system by the name of its key, or the bot.</summary>
    public static Run Author(Author author, LeadView view, Reader reader) => author switch
    {
        Author.Member { Id: var id } when view.Roster.Find(id) is null => new Run.Plain(UpperFirst(view.Roster.NameOf(id, reader))),
        Author.Member member => Person(member.Id, view, reader),
        Author.Crm crm => new Run.Plain(Texts.For(reader.Language)["card.author_crm", crm.Key]),
        Domain.Leads.Author.Bot => new Run.Plain(Texts.For(reader.Language)["card.author_bot"]),
        _ => throw new NotSupportedException($"No word for {author.GetType().Name}."),
    };

    /// <param name="notify">True when the person shall be mentioned, which rings at their desk: so they are only named while they do not work.</param>
    public static Run Person(MemberId id, LeadView view, Reader reader, bool notify = false)
    {
        var member = view.Roster.Find(id);
        return new Run.Person(view.Roster.NameOf(id, reader), member?.SlackUser, member?.TeamsUser, notify && member is { Active: true } && WorkingTime.IsWorking(view.Now, WorkCalendar.Of(member, view.Pod)));
    }

    /// <summary>The marketer who handed the lead over: the member, else the address as it was given, else nobody.</summary>
    public static Run? Marketer(LeadView view, Reader reader, bool notify = false) =>
        view.Roster.FindByEmail(view.Lead.Brief.Marketer) is { } member ? Person(member.Id, view, reader, notify)
        : Short(view.Lead.Brief.Marketer) is { } address ? new Run.Plain(address)
        : null;

    /// <summary>One line of at most 60 characters, or null when there is nothing to read.</summary>
    internal static string? Short(string? text) => OneLine(text, NameLength);

    internal static string? OneLine(string? text, int limit) =>
        string.IsNullOrWhiteSpace(text) ? null : TextCut.To(TextClean.OneLine(text), limit) is { Length: > 0 } kept ? kept : null;

    private static string Known(string key, string word, Texts texts) => texts.Knows(key) ? texts[key] : Readable(word);

    /// <summary><c>page_visited</c> becomes <c>Page visited</c>.</summary>
    private static string Readable(string name) => UpperFirst((Short(name) ?? "?").Replace('_', ' '));

    internal static string UpperFirst(string words) => char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
}
