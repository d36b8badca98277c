using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>Something that is asked of a lead, by whom, and through which delivery.</summary>
/// <param name="Delivery">Id of the delivery, or null when the door gives none: then a repeat is a new request.</param>
/// <param name="Answer">The answer to keep with the delivery, drawn from the lead as it is after the change.</param>
public sealed record LeadRequest(Door Door, Caller Caller, LeadCommand Command, string? Delivery, Func<LeadView, string> Answer)
{
    /// <summary>Hash of the body, where the same delivery with another body is a fault.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>What a person wrote on the local page, kept in the same transaction.</summary>
    public LocalMessage? Words { get; init; }

    /// <summary>What a person wrote, for the pod's other platforms; null for anything else than a reply.</summary>
    public string? Said { get; init; }
}

/// <summary>Who asks, before it is known which member that is.</summary>
public abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>An account at a door; the pod's roster says who that is.</summary>
    public sealed record Person(Visitor Visitor) : Caller;

    /// <summary>The holder of an API key.</summary>
    public sealed record Crm(string Key) : Caller;

    /// <summary>The bot itself, when something has come true that nobody asked for.</summary>
    public sealed record Bot : Caller
    {
        public static readonly Bot Instance = new();
    }
}

/// <summary>How a request to a lead ended.</summary>
public abstract record DeskResult
{
    private DeskResult()
    {
    }

    /// <summary>It is so now: made so by this request, or it was so before (<paramref name="Changed"/> false).</summary>
    public sealed record Done(LeadView View, bool Changed) : DeskResult;

    /// <param name="View">The lead as it is, or null when there is none.</param>
    public sealed record Refused(Refusal Why, LeadView? View) : DeskResult;

    /// <summary>The same delivery was handled before.</summary>
    public sealed record Repeated(Delivery Earlier) : DeskResult;
}
