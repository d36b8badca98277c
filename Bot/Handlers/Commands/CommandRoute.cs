using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Commands;

/// <summary>A command as its handler sees it: by whom, where, and what was typed behind its name.</summary>
/// <param name="Member">Null when the visitor is on no roster; only help is theirs.</param>
public sealed record CommandCall(Visitor Who, Pod Pod, Member? Member, Reader Reader, string Rest)
{
    /// <summary>Id of the delivery; the same delivery again changes nothing.</summary>
    public string Delivery { get; init; } = string.Empty;
}

/// <summary>One command of the table.</summary>
/// <param name="Usage">As the help shows it, such as <c>lead ID</c>.</param>
/// <param name="TextKey">Key of the sentence that says what it does.</param>
public sealed record CommandRoute(string Name, string Usage, string TextKey, Func<CommandCall, CancellationToken, Task<Answer>> Handle)
{
    /// <summary>Handles it instead, also where no pod is; null for commands that are about a pod.</summary>
    public Func<Command, CancellationToken, Task<Answer>>? Anywhere { get; init; }

    /// <summary>A command that needs no pod.</summary>
    public static CommandRoute WithoutPod(string name, string textKey, Func<Command, CancellationToken, Task<Answer>> handle) =>
        new(name, name, textKey, (call, _) => throw new InvalidOperationException($"{call.Pod.Id}: {name} is handled without a pod.")) { Anywhere = handle };
}
