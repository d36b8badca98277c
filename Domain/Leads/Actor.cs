using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Domain.Leads;

/// <summary>Who asks for something to happen to a lead.</summary>
public abstract record Actor
{
    private Actor()
    {
    }

    /// <summary>The name under which the history keeps this actor.</summary>
    public abstract Author Author { get; }

    /// <summary>A person on a roster, by whichever door.</summary>
    public sealed record Person(Member Member) : Actor
    {
        public override Author Author => new Author.Member(Member.Id);
    }

    /// <summary>A system that holds an API key: the CRM or the form that sends leads.</summary>
    public sealed record Crm(string Key) : Actor
    {
        public override Author Author => new Author.Crm(Key);
    }

    /// <summary>The bot itself, when time passes.</summary>
    public sealed record Bot : Actor
    {
        public static readonly Bot Instance = new();

        public override Author Author => Author.Bot.Instance;
    }
}

/// <summary>Who did what is in the history. Ids only: names are looked up when shown.</summary>
public abstract record Author
{
    private Author()
    {
    }

    public sealed record Member(MemberId Id) : Author;

    public sealed record Crm(string Key) : Author;

    public sealed record Bot : Author
    {
        public static readonly Bot Instance = new();
    }
}

/// <summary>By which door something came in.</summary>
public enum Door
{
    /// <summary>The page on loopback.</summary>
    Local,
    Slack,
    Teams,

    /// <summary>The HTTP API.</summary>
    Api,

    /// <summary>Nobody's: a due date passed.</summary>
    Timer,
}
