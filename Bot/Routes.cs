using System.Collections.Frozen;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Review;
using AlignmentBot.Bot.Handlers.Setup;
using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Calendar;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot;

/// <summary>The one table: which button, form or command goes to which handler. An unknown one always gets an answer.</summary>
public sealed class Routes
{
    private const string HelpName = "help";

    private readonly FrozenDictionary<string, Func<Click, CancellationToken, Task<Answer>>> clicks;
    private readonly FrozenDictionary<string, Func<Submission, CancellationToken, Task<Answer>>> forms;
    private readonly FrozenDictionary<LookupQuestion, Func<Search, CancellationToken, Task<ValueList<Option>>>> searches;
    private readonly CommandRoute[] commands;
    private readonly Rosters rosters;

    public Routes(Rosters rosters, LeadClicks leads, LeadSubmissions submissions, LeadCommands leadCommands, PodHandlers pods, ReviewHandlers review, CalendarHandlers calendar, AgreementHandlers agreement, AwardHandlers awards, StatsHandlers stats)
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
            [ActionIds.Noted] = leads.Noted,
            [ActionIds.SnoozeForm] = agreement.Snoozes.Form,
            [ActionIds.Why] = agreement.Due.Why,
            [ActionIds.ClauseForm] = agreement.Sla.Form,
            [ActionIds.SignChange] = agreement.Changes.Sign,
            [ActionIds.WithdrawChange] = agreement.Changes.Withdraw,
            [ActionIds.RejectForm] = leads.RejectForm,
            [ActionIds.ReleaseForm] = leads.ReleaseForm,
            [ActionIds.RepairForm] = leads.RepairForm,
            [ActionIds.ReassignForm] = leads.ReassignForm,
            [ActionIds.OpportunityForm] = leads.OpportunityForm,
            [ActionIds.WinForm] = leads.WinForm,
            [ActionIds.LoseForm] = leads.LoseForm,
            [ActionIds.HandOverForm] = pods.HandOvers.Form,
            [ActionIds.AddForm] = pods.Additions.Form,
            [ActionIds.SetupForm] = pods.Setup.Change,
            [ActionIds.TestLead] = pods.TestLeads.Post,
            [ActionIds.HolidaysForm] = calendar.Holidays.Form,
            [ActionIds.DecideForm] = review.CheckIns.DecideForm,
            [ActionIds.DoneForm] = review.CheckIns.DoneForm,
            [ActionIds.VoteForm] = awards.Voting.Form,
            [ActionIds.CheckReceiptForm] = awards.Receipts.Form,
            [ActionIds.VoteOpenly] = awards.Runs.VoteOpenly,
            [ActionIds.NoVote] = awards.Runs.NoVote,
            [ActionIds.WithdrawKudos] = awards.Kudos.Withdraw,
            [ActionIds.ReportKudos] = awards.Kudos.Report,
            [ActionIds.PutBackKudos] = awards.Kudos.PutBack,
            [ActionIds.RemoveKudos] = awards.Kudos.Remove,
            [ActionIds.AwayForm] = calendar.Absences.Form,
            [ActionIds.HoursForm] = calendar.Hours.Form,
            [ActionIds.StatsDefine] = stats.Commands.Define,
        }.ToFrozenDictionary(StringComparer.Ordinal);
        forms = new Dictionary<string, Func<Submission, CancellationToken, Task<Answer>>>(StringComparer.Ordinal)
        {
            [FormIds.Reject] = submissions.Reject,
            [FormIds.Snooze] = agreement.Snoozes.Submit,
            [FormIds.Clause] = agreement.Sla.Submit,
            [FormIds.Release] = submissions.Release,
            [FormIds.Repair] = submissions.Repair,
            [FormIds.Reassign] = submissions.Reassign,
            [FormIds.Opportunity] = submissions.Opportunity,
            [FormIds.Win] = submissions.Win,
            [FormIds.Lose] = submissions.Lose,
            [FormIds.HandOver] = pods.HandOvers.Submit,
            [FormIds.Add] = pods.Additions.Submit,
            [FormIds.Setup] = pods.Setup.Submit,
            [FormIds.Holidays] = calendar.Holidays.Submit,
            [FormIds.Decide] = review.CheckIns.Decide,
            [FormIds.Done] = review.CheckIns.Done,
            [FormIds.Vote] = awards.Voting.Submit,
            [FormIds.CheckReceipt] = awards.Receipts.Submit,
            [FormIds.Away] = calendar.Absences.Submit,
            [FormIds.Hours] = calendar.Hours.Submit,
        }.ToFrozenDictionary(StringComparer.Ordinal);
        searches = new Dictionary<LookupQuestion, Func<Search, CancellationToken, Task<ValueList<Option>>>>
        {
            [AdditionForm.Question] = pods.Search.Find,
            [SetupForm.ZoneQuestion] = ZoneSearch.Find,
            [HoursForm.ZoneQuestion] = ZoneSearch.Find,
        }.ToFrozenDictionary();
        commands =
        [
            new(HelpName, HelpName, "command.help", (call, _) => Task.FromResult(Help(call.Reader))),
            CommandRoute.WithoutPod("queue", "command.queue", pods.Queues.Show),
            new("leads", "leads", "command.leads", leadCommands.List),
            new("lead", "lead ID", "command.lead", leadCommands.One),
            new("stats", "stats [WHO] [PERIOD]", "command.stats", stats.Commands.Stats),
            new("funnel", "funnel [WHO] [PERIOD]", "command.funnel", stats.Commands.Funnel),
            new("reasons", "reasons [WHO] [PERIOD]", "command.reasons", stats.Commands.Reasons),
            new("scorecard", "scorecard [PERIOD]", "command.scorecard", stats.Commands.Scorecard),
            new("fairness", "fairness [PERIOD]", "command.fairness", stats.Fairness.Run),
            new("export", "export [WHO] [PERIOD]", "command.export", stats.Export.Run),
            new("dashboard", "dashboard", "dashboard.command", review.Dashboard.Run),
            new("due", "due", "sla.command.due", agreement.Due.Due),
            new("why", "why ID", "sla.command.why", agreement.Due.Why),
            new("sla", "sla", "sla.command.sla", agreement.Sla.Run),
            new("checkin", "checkin", "checkin.command", review.CheckIns.Open),
            new("commit", "commit 120 leads", "commit.command", review.Commitments.Run),
            new("vote", "vote", "vote.command", awards.Commands.Vote),
            new("kudos", "kudos @name for …", "kudos.command", awards.Kudos.Give),
            new("awards", "awards", "award.command", awards.Commands.Hall),
            CommandRoute.WithoutPod("setup", "command.setup", pods.Setup.Command),
            new("away", "away [DAYS] [backup @PERSON]", "command.away", calendar.Absences.Away),
            new("back", "back", "command.back", calendar.Absences.Back),
            new("hours", "hours [set]", "command.hours", calendar.Hours.Run),
            new("holidays", "holidays", "command.holidays", calendar.Holidays.Run),
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

    /// <summary>Options for somebody who types into a form; none where the form is not known.</summary>
    public Task<ValueList<Option>> Find(Search search, CancellationToken ct) =>
        searches.TryGetValue(search.Question, out var find) ? find(search, ct) : Task.FromResult(ValueList<Option>.Empty);

    public async Task<Answer> Run(Command command, CancellationToken ct)
    {
        var words = command.Text.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var name = words.Length == 0 ? HelpName : words[0].ToLowerInvariant();
        var route = Array.Find(commands, known => known.Name == name);
        using var traced = BotMetrics.Request(command.Who.Door, "command", route?.Name ?? "unknown");
        if (route?.Anywhere is { } anywhere)
            return await anywhere(command, ct);
        if (command.Pod is not { } id)
            return route is null ? Unknown(Reader.Unknown, name) : name == HelpName ? Help(Reader.Unknown) : NoPod();

        var (pod, roster) = await rosters.Find(id, ct) ?? throw new InvalidOperationException($"A command came for pod {id}, which is not stored.");
        var member = roster.FindByAccount(command.Who.Door, command.Who.Account);
        var call = new CommandCall(command.Who, pod, member, LeadAnswers.ReaderOf(pod, member), words.Length > 1 ? words[1] : string.Empty) { Delivery = command.Delivery };
        return route is null ? Unknown(call.Reader, name) : await route.Handle(call, ct);
    }

    private Answer Help(Reader reader) =>
        new Answer.Show(HelpCard.Draw(commands.Select(command => (command.Usage, command.TextKey)).ToList(), reader));

    private Answer.Say Unknown(Reader reader, string name)
    {
        var texts = Texts.For(reader.Language);
        return NearestWord.Of(name, commands.Select(command => command.Name)) is { } meant
            ? new Answer.Say(texts["command.nearest", name, meant], Tone.Warning)
            : new Answer.Say(texts["command.unknown", name], Tone.Warning);
    }

    private static Answer.Say NoPod() => new(Texts.For(Reader.Unknown.Language)["command.no_pod"], Tone.Warning);

    private static Answer.Say OldButton() => new(Texts.For(Reader.Unknown.Language)["command.old_button"], Tone.Warning);
}
