using System.Collections.Frozen;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot;

/// <summary>The one table: which button, form or command goes to which handler. An unknown one always gets an answer.</summary>
public sealed class Routes
{
    private readonly FrozenDictionary<string, Func<Click, CancellationToken, Task<Answer>>> clicks;
    private readonly FrozenDictionary<string, Func<Submission, CancellationToken, Task<Answer>>> forms;
    private readonly CommandRoute[] commands;
    private readonly Rosters rosters;

    public Routes(Rosters rosters, LeadClicks leads, LeadSubmissions submissions, HandOverByHand handOver, LeadCommands leadCommands)
    {
        this.rosters = rosters;
        clicks = new Dictionary<string, Func<Click, CancellationToken, Task<Answer>>>(StringComparer.Ordinal)
        {
            [ActionIds.Accept] = leads.Accept,
            [ActionIds.Undo] = leads.Undo,
            [ActionIds.Contacted] = leads.Contacted,
            [ActionIds.Qualified] = leads.Qualified,
            [ActionIds.ReOffer] = leads.ReOffer,
            [ActionIds.Recycle] = leads.Recycle,
            [ActionIds.History] = leads.History,
            [ActionIds.RejectForm] = leads.RejectForm,
            [ActionIds.ReleaseForm] = leads.ReleaseForm,
            [ActionIds.RepairForm] = leads.RepairForm,
            [ActionIds.ReassignForm] = leads.ReassignForm,
            [ActionIds.OpportunityForm] = leads.OpportunityForm,
            [ActionIds.WinForm] = leads.WinForm,
            [ActionIds.LoseForm] = leads.LoseForm,
            [ActionIds.HandOverForm] = handOver.Form,
        }.ToFrozenDictionary(StringComparer.Ordinal);
        forms = new Dictionary<string, Func<Submission, CancellationToken, Task<Answer>>>(StringComparer.Ordinal)
        {
            [FormIds.Reject] = submissions.Reject,
            [FormIds.Release] = submissions.Release,
            [FormIds.Repair] = submissions.Repair,
            [FormIds.Reassign] = submissions.Reassign,
            [FormIds.Opportunity] = submissions.Opportunity,
            [FormIds.Win] = submissions.Win,
            [FormIds.Lose] = submissions.Lose,
            [FormIds.HandOver] = handOver.Submit,
        }.ToFrozenDictionary(StringComparer.Ordinal);
        commands =
        [
            new("help", "help", "command.help", (call, _) => Task.FromResult(Help(call))),
            new("leads", "leads", "command.leads", leadCommands.List),
            new("lead", "lead ID", "command.lead", leadCommands.One),
        ];
    }

    public async Task<Answer> Click(Click click, CancellationToken ct)
    {
        if (!clicks.TryGetValue(click.Action, out var handle))
            return OldButton();
        using var traced = BotMetrics.Request(click.Who.Door, "click", click.Action);
        return await handle(click, ct);
    }

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        if (!forms.TryGetValue(form.Form, out var handle))
            return OldButton();
        using var traced = BotMetrics.Request(form.Who.Door, "form", form.Form);
        return await handle(form, ct);
    }

    /// <summary>True when a command starts with this word.</summary>
    public bool KnowsCommand(string word) => Array.Exists(commands, known => string.Equals(known.Name, word, StringComparison.OrdinalIgnoreCase));

    public async Task<Answer> Run(Command command, CancellationToken ct)
    {
        var (pod, roster) = await rosters.Find(command.Pod, ct) ?? throw new InvalidOperationException($"A command came for pod {command.Pod}, which is not stored.");
        var member = roster.FindByAccount(command.Who.Door, command.Who.Account);
        var words = command.Text.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var name = words.Length == 0 ? "help" : words[0].ToLowerInvariant();
        var call = new CommandCall(command.Who, pod, member, LeadAnswers.ReaderOf(pod, member), words.Length > 1 ? words[1] : string.Empty);

        var route = Array.Find(commands, known => known.Name == name);
        if (route is null)
            return Unknown(call, name);
        using var traced = BotMetrics.Request(command.Who.Door, "command", route.Name);
        return await route.Handle(call, ct);
    }

    private Answer Help(CommandCall call) =>
        new Answer.Show(HelpCard.Draw(commands.Select(command => (command.Usage, command.TextKey)).ToList(), call.Reader));

    private Answer.Say Unknown(CommandCall call, string name)
    {
        var texts = Texts.For(call.Reader.Language);
        return NearestWord.Of(name, commands.Select(command => command.Name)) is { } meant
            ? new Answer.Say(texts["command.nearest", name, meant], Tone.Warning)
            : new Answer.Say(texts["command.unknown", name], Tone.Warning);
    }

    private static Answer.Say OldButton() => new(Texts.For(Reader.Unknown.Language)["command.old_button"], Tone.Warning);
}
