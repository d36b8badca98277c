using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Channels;

/// <summary>Who knocks: an account at a door. Which member that is depends on the pod.</summary>
/// <param name="Account">Slack user id, Teams directory object id, or the member id of the local page's persona.</param>
public sealed record Visitor(Door Door, string Account);

/// <summary>A button was pressed.</summary>
/// <param name="Delivery">Id of this delivery; the same delivery again changes nothing.</param>
/// <param name="Action">An id of <see cref="Cards.ActionIds"/>.</param>
public sealed record Click(Visitor Who, string Delivery, string Action, string Value);

/// <summary>A form was sent.</summary>
/// <param name="Form">An id of <see cref="Cards.FormIds"/>.</param>
/// <param name="Answers">By field name; empty answers are left out.</param>
public sealed record Submission(Visitor Who, string Delivery, string Form, string Value, IReadOnlyDictionary<string, string> Answers);

/// <summary>Somebody typed a command in a channel or to the bot alone.</summary>
/// <param name="Pod">Whose channel it is, or which pod is meant; null when that is not clear.</param>
/// <param name="Text">What follows <c>/mql</c>.</param>
public sealed record Command(Visitor Who, string Delivery, PodId? Pod, string Text)
{
    /// <summary>The platform's id of the conversation; null on the local page.</summary>
    public string? Conversation { get; init; }
}

/// <summary>Somebody looks for an option while a form is open.</summary>
/// <param name="Value">The form's value.</param>
/// <param name="Typed">What was typed so far; empty at first.</param>
public sealed record Search(Visitor Who, LookupQuestion Question, string Value, string Typed);

/// <summary>Somebody wrote in a thread.</summary>
/// <param name="Reference">The platform's id of what was written. The words stay there.</param>
public sealed record Reply(Visitor Who, string Delivery, LeadId Lead, string Reference)
{
    /// <summary>What was written, without the bot's name, for the pod's other platform; null where it was not told.</summary>
    public string? Words { get; init; }
}
