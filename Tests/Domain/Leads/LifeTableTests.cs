using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>The lead's life on one screen: what each command leads to in each state when the right person asks an hour after the hand-over.</summary>
public sealed class LifeTableTests
{
    /// <summary>A state's name: the lead is there afterwards. <c>=</c>: it is so already. <c>no: ...</c>: refused, and why.</summary>
    private const string Expected = """
        command         | incomplete  | offered     | accepted    | contacted   | qualified   | opportunity | won         | lost        | rejected    | recycled
        HandOver        | no: exists  | no: exists  | no: exists  | no: exists  | no: exists  | no: exists  | no: exists  | no: exists  | no: exists  | no: exists
        Merge           | offered     | offered     | accepted    | contacted   | qualified   | opportunity | no: past    | no: past    | rejected    | no: past
        Repair          | offered     | offered     | accepted    | contacted   | qualified   | opportunity | no: past    | no: past    | rejected    | no: past
        Accept          | no: gaps    | accepted    | no: taken   | no: taken   | no: taken   | no: taken   | no: past    | no: past    | no: refused | no: past
        Reject          | no: gaps    | rejected    | no: taken   | no: taken   | no: taken   | no: taken   | no: past    | no: past    | no: refused | no: past
        Undo            | no: nothing | no: nothing | no: late    | no: nothing | no: nothing | no: nothing | no: nothing | no: nothing | no: late    | no: nothing
        Release         | no: early   | no: early   | offered     | offered     | no: past    | no: past    | no: past    | no: past    | no: early   | no: past
        Reassign        | incomplete  | offered     | accepted    | contacted   | qualified   | opportunity | no: past    | no: past    | no: refused | no: past
        Free            | =           | =           | =           | =           | =           | =           | =           | =           | =           | =
        ReOffer         | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | offered     | no: alive
        Recycle         | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | recycled    | no: alive
        Contact         | no: early   | no: early   | contacted   | =           | no: past    | no: past    | no: past    | no: past    | no: early   | no: past
        Qualify         | no: early   | no: early   | qualified   | qualified   | =           | no: past    | no: past    | no: past    | no: early   | no: past
        OpenOpportunity | no: early   | no: early   | opportunity | opportunity | opportunity | =           | no: past    | no: past    | no: early   | no: past
        Win             | no: early   | no: early   | won         | won         | won         | won         | =           | no: past    | no: early   | no: past
        Lose            | no: early   | no: early   | lost        | lost        | lost        | lost        | no: past    | no: past    | no: early   | no: past
        NoteRejection   | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | no: alive   | rejected    | no: alive
        Snooze          | no: idle    | no: idle    | accepted    | no: idle    | no: idle    | no: idle    | no: idle    | no: idle    | no: idle    | no: idle
        Comment         | incomplete  | offered     | accepted    | contacted   | qualified   | opportunity | won         | lost        | rejected    | recycled
        """;

    [Fact]
    public void Every_command_leads_where_the_table_says() => Assert.Equal(Expected, Table(), ignoreLineEndingDifferences: true);

    private static string Table() => string.Join('\n',
        Asked.Select(asked => Row(asked.Command.GetType().Name, SampleLeads.InEveryState.Select(lead => Cell(lead.When(asked.Command, asked.By, 60)))))
            .Prepend(Row("command", SampleLeads.InEveryState.Select(lead => StateNames.Of(lead.State)))));

    private static readonly (LeadCommand Command, Member By)[] Asked =
    [
        (new LeadCommand.HandOver(Id, Emea, 1, Whole, null), Max),
        (new LeadCommand.Merge(Whole), Max),
        (new LeadCommand.Repair([new NamedValue("email", "a.byron@example.com"), new NamedValue("company.name", "Example plc")]), Max),
        (new LeadCommand.Accept(), Sam),
        (new LeadCommand.Reject(NoBudget), Sam),
        (new LeadCommand.Undo(), Rosa),
        (new LeadCommand.Release("On leave from Monday"), Rosa),
        (new LeadCommand.Reassign(Sam), Lena),
        (new LeadCommand.Free(), Lena),
        (new LeadCommand.ReOffer(Sam), Max),
        (new LeadCommand.Recycle(null), Max),
        (new LeadCommand.Contact(Minute(60)), Rosa),
        (new LeadCommand.Qualify(Minute(60)), Rosa),
        (new LeadCommand.OpenOpportunity(Minute(60), null), Rosa),
        (new LeadCommand.Win(Minute(60), null), Rosa),
        (new LeadCommand.Lose(Minute(60), "No reply"), Rosa),
        (new LeadCommand.NoteRejection(), Mia),
        (new LeadCommand.Snooze(Clause.FirstContact, Minute(90), "In a meeting"), Rosa),
        (new LeadCommand.Comment("m-2"), Mia),
    ];

    private static string Row(string head, IEnumerable<string> cells) =>
        string.Join(" | ", cells.Prepend(head).Select(cell => cell.PadRight(cell == head ? 15 : 11))).TrimEnd();

    private static string Cell(Decision decision) => decision switch
    {
        Decision.Happened { Next.State: var state } => StateNames.Of(state),
        Decision.Refused { Why: var why } => "no: " + Word(why),
        _ => "=",
    };

    private static string Word(Refusal why) => why switch
    {
        Refusal.AlreadyExists => "exists",
        Refusal.StillIncomplete => "gaps",
        Refusal.AlreadyAccepted => "taken",
        Refusal.AlreadyRejected => "refused",
        Refusal.NotAcceptedYet => "early",
        Refusal.NotRejected => "alive",
        Refusal.TooFarAlong => "past",
        Refusal.NothingToUndo => "nothing",
        Refusal.UndoTooLate => "late",
        Refusal.NoClockRuns => "idle",
        _ => why.ToString(),
    };
}
