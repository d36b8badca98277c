using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>Who may do what, on one screen. Rosa's lead: it was reserved for her, and she owns it once it is accepted.</summary>
public sealed class RightsTableTests
{
    /// <summary>Rosa and Sam: reps. Lena: sales lead. Max: marketer. Mona: marketing lead. Gone left; Stranger is another pod's rep.</summary>
    private const string Expected = """
        may             | Rosa           | Sam            | Lena           | Max            | Mona           | Gone           | Stranger       | CRM            | bot
        HandOver        | marketing only | marketing only | marketing only | yes            | yes            | not on it      | not on it      | yes            | yes
        Merge           | marketing only | marketing only | marketing only | yes            | yes            | not on it      | not on it      | yes            | yes
        Accept          | yes            | reserved       | yes            | sales only     | sales only     | not on it      | not on it      | not on it      | not on it
        Reject          | yes            | reserved       | yes            | sales only     | sales only     | not on it      | not on it      | not on it      | not on it
        Release         | yes            | not owner      | yes            | sales only     | sales only     | not on it      | not on it      | not on it      | yes
        Repair          | marketing only | marketing only | marketing only | yes            | yes            | not on it      | not on it      | yes            | yes
        ReOffer         | marketing only | marketing only | yes            | yes            | yes            | not on it      | not on it      | yes            | yes
        Recycle         | marketing only | marketing only | yes            | yes            | yes            | not on it      | not on it      | yes            | yes
        Reassign        | leads only     | leads only     | yes            | leads only     | yes            | not on it      | not on it      | leads only     | yes
        Free            | leads only     | leads only     | yes            | leads only     | yes            | not on it      | not on it      | leads only     | yes
        Cover           | leads only     | leads only     | leads only     | leads only     | leads only     | not on it      | not on it      | leads only     | yes
        Undo            | yes            | yes            | yes            | yes            | yes            | not on it      | not on it      | not on it      | not on it
        NoteRejection   | marketing only | marketing only | marketing only | yes            | yes            | not on it      | not on it      | not on it      | not on it
        Snooze          | yes            | not owner      | yes            | sales only     | sales only     | not on it      | not on it      | not on it      | not on it
        PassOn          | leads only     | leads only     | leads only     | leads only     | leads only     | not on it      | not on it      | leads only     | yes
        Contact         | yes            | not owner      | yes            | sales only     | sales only     | not on it      | not on it      | yes            | yes
        Qualify         | yes            | not owner      | yes            | sales only     | sales only     | not on it      | not on it      | yes            | yes
        OpenOpportunity | yes            | not owner      | yes            | sales only     | sales only     | not on it      | not on it      | yes            | yes
        Win             | yes            | not owner      | yes            | sales only     | sales only     | not on it      | not on it      | yes            | yes
        Lose            | yes            | not owner      | yes            | sales only     | sales only     | not on it      | not on it      | yes            | yes
        Comment         | yes            | yes            | yes            | yes            | yes            | not on it      | not on it      | not on it      | yes
        """;

    [Fact]
    public void Everybody_may_do_what_the_table_says() => Assert.Equal(Expected, Table(), ignoreLineEndingDifferences: true);

    private static readonly (string Name, Actor Actor)[] Columns =
    [
        ("Rosa", By(Rosa)), ("Sam", By(Sam)), ("Lena", By(Lena)), ("Max", By(Max)), ("Mona", By(Mona)),
        ("Gone", By(Gone)), ("Stranger", By(Stranger)), ("CRM", new Actor.Crm("hubspot")), ("bot", Actor.Bot.Instance),
    ];

    private static string Table() => string.Join('\n', Everything.Commands
        .DistinctBy(command => command.GetType())
        .Select(command => Row(command.GetType().Name, Columns.Select(column => Cell(command, column.Actor))))
        .Prepend(Row("may", Columns.Select(column => column.Name))));

    private static string Cell(LeadCommand command, Actor actor)
    {
        var lead = command is LeadCommand.Accept or LeadCommand.Reject ? SampleLeads.Reserved : SampleLeads.Accepted;
        var refusal = command is LeadCommand.HandOver handOver ? LeadRights.Check(handOver.Pod.Id, actor) : LeadRights.Check(lead, command, actor);
        return refusal switch
        {
            null => "yes",
            Refusal.WrongSide wrong => $"{wrong.Needed.ToString().ToLowerInvariant()} only",
            Refusal.NotOnRoster => "not on it",
            Refusal.PodLeadsOnly => "leads only",
            Refusal.Reserved => "reserved",
            Refusal.NotOwner => "not owner",
            _ => refusal.ToString(),
        };
    }

    private static string Row(string head, IEnumerable<string> cells) =>
        string.Join(" | ", cells.Prepend(head).Select(cell => cell.PadRight(cell == head ? 15 : 14))).TrimEnd();
}
