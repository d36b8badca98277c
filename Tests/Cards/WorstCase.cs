using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Queue;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

/// <summary>The same cards and forms with everything far too long, in letters that take four bytes.</summary>
internal static class WorstCase
{
    public static readonly string Long = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦 Ü<&>*_", 200));

    private static readonly Brief Endless = new()
    {
        FirstName = Long,
        LastName = Long,
        Title = Long,
        Email = Long.Replace(" ", string.Empty, StringComparison.Ordinal) + "@example.com",
        Phone = Long,
        Company = new Company(Long, Long, Long, int.MaxValue, Long),
        Source = Long,
        Campaign = Long,
        Marketer = Long,
        Score = 100,
        Activities = Enumerable.Range(0, 50).Select(day => new Activity(Sample.HandedOver.Minus(Duration.FromDays(day)), Long, Long)).ToValueList(),
        Notes = Long,
        Fields = Enumerable.Range(0, 60).Select(number => new NamedValue(number + Long[..100], Long)).ToValueList(),
    };

    private static readonly Rejection Rejection = new(new RejectionReason(RejectionFamily.Clerical, "other", Long), Long);

    private static readonly Pod Pod = Sample.Pod with
    {
        Reasons = Enumerable.Range(0, 150).Select(number => new RejectionReason(RejectionFamily.Clerical, $"code_{number}", number + Long)).ToValueList(),
    };

    private static readonly Roster Roster = new(Enumerable.Range(0, 150)
        .Select(number => new Member(new MemberId($"rep{number}"), Pod.Id, $"rep{number}@example.com", number + Long, Side.Sales) { SlackUser = "U1", TeamsUser = "aad" })
        .Append(new Member(new MemberId("max"), Pod.Id, Long, Long, Side.Marketing) { TeamsUser = "aad-max" }));

    private static readonly MemberId Rep = new("rep1");
    private static readonly Ownership Owned = new(Rep, Sample.Decided);

    public static readonly IReadOnlyDictionary<string, Card> Cards = new Dictionary<string, Card>(StringComparer.Ordinal)
    {
        ["offered"] = LeadCard.Draw(View(Sample.Offer), Sample.Everyone),
        ["incomplete"] = LeadCard.Draw(View(new LeadState.Incomplete(Endless.Fields.Take(30).Select(own => "fields." + own.Name).ToValueList(), Rep)), Sample.Everyone),
        ["rejected"] = LeadCard.Draw(View(new LeadState.Rejected(Rep, Sample.Decided, Rejection, null, null)), Sample.Everyone),
        ["lost"] = LeadCard.Draw(View(new LeadState.Lost(Owned, Sample.Decided, Long)), Sample.Everyone),
        ["line"] = LeadLine.Draw(View(new LeadState.Rejected(Rep, Sample.Decided, Rejection, null, null)), Sample.Event(new LeadFact.Rejected(Rep, Rejection), new Author.Member(Rep)), Sample.Everyone, namesLead: true)!,
        ["digest"] = LeadDigestCard.Draw(Enumerable.Repeat(View(Sample.Offer), 40).ToValueList(), Sample.Everyone),
        ["list"] = LeadListCard.Draw([.. Enumerable.Repeat(View(Sample.Offer), 40)], [.. Enumerable.Repeat(View(Sample.Offer), 40)], Sample.Everyone),
        ["history"] = LeadHistoryCard.Draw(View(new LeadState.Lost(Owned, Sample.Decided, Long)), [.. Enumerable.Range(1, 300).Select(number => Sample.Event(new LeadFact.Lost(Sample.Decided, Long), new Author.Crm(Long), number))], Sample.Everyone),
        ["blocks"] = new Card(Long, Tone.Good, Enumerable.Range(0, 15).SelectMany(Everything).ToValueList()),
        ["queue"] = QueueCard.Draw([.. Enumerable.Range(0, 12).Select(number => new QueueView(Pod with { Name = number + Long }, Roster.Members.First() with { PodLead = true }, [.. Enum.GetValues<QueueHeap>().Select(heap => new QueuePart(heap, Enumerable.Repeat(View(Sample.Offer), 40).ToValueList(), AndMore: true))], new PodPulse([new StateCount("offered", 5)], View(Sample.Offer), Roster.ActiveReps.Select(rep => new RepLoad(rep, 3)).ToValueList())))], QueueCard.RowsOnPage, Sample.Everyone),
        ["setup"] = SetupCard.Draw(new SetupResult(Pod with { Name = Long, SlackChannel = Long }, Door.Slack, Long, Roster.Members.ToValueList(), Enumerable.Repeat(new LeftOut(Long, LeftOutReason.Bot), 60).ToValueList(), [Long]), Sample.Everyone),
        ["empty"] = new Card(string.Empty, Tone.Good, [new Block.Heading(string.Empty), new Block.Paragraph([]), new Block.Paragraph([new Run.Plain("\u202E")]), new Block.Note([]), new Block.Bullets([[], []]), new Block.Facts([]), new Block.Status(Tone.Neutral, []), new Block.Buttons([])]),
    };

    public static readonly IReadOnlyDictionary<string, Form> Forms = new Dictionary<string, Form>(StringComparer.Ordinal)
    {
        ["reject"] = LeadForms.Reject(View(Sample.Offer), Sample.Everyone),
        ["reassign"] = LeadForms.Reassign(View(Sample.Offer), Sample.Everyone),
        ["hand-over"] = HandOverForm.Draw(Enumerable.Range(0, 120).Select(number => Pod with { Id = new PodId($"pod{number}"), Name = number + Long }).ToValueList(), Roster.Members.ToValueList(), Sample.Everyone),
        ["setup"] = SetupForm.Draw(new SetupDraft(new string('C', 200), Long, IsNew: true, Long, "Europe/Amsterdam", Enumerable.Range(0, 60).Select(number => new Option($"S{number}", number + Long)).ToValueList()) { Fault = Long, PodLeads = Enumerable.Range(0, 60).Select(number => $"U{number}").ToValueList() }, Sample.Everyone),
        ["correct"] = LeadForms.Repair(View(new LeadState.Rejected(Rep, Sample.Decided, Rejection, null, null)), Sample.Everyone),
        ["supply"] = LeadForms.Repair(View(new LeadState.Incomplete(Endless.Fields.Take(30).Select(own => "fields." + own.Name).ToValueList(), Rep)), Sample.Everyone),
    };

    public static LeadView View(LeadState state) =>
        new(new Lead(new LeadId("ab12cd34ef"), Pod.Id, Sample.HandedOver, 1, Endless, state, []), Pod, Roster, Sample.Now);

    private static ValueList<Block> Everything(int number) =>
    [
        new Block.Heading(Long),
        new Block.Paragraph([new Run.Strong(Long), new Run.Link(Long, new Uri("https://example.com/" + number)), new Run.Person(Long, "U1", "aad", Notify: true)]),
        new Block.Note([new Run.Plain(Long), new Run.Moment(Sample.Now, Sample.Everyone.Zone)]),
        new Block.Facts([new Fact(Long, [new Run.Plain(Long)])]),
        new Block.Chart(new Chart((ChartKind)(number % 4), Long, ChartUnit.Count, Enumerable.Range(0, 40).Select(at => (at % 3) + Long).ToValueList(), Enumerable.Range(0, 9).Select(at => new ChartSeries(Long, Enumerable.Range(0, 40).Select(value => value == 7 ? null : (double?)value).ToValueList())).ToValueList())),
        new Block.Bullets(Enumerable.Repeat<ValueList<Run>>([new Run.Plain(Long)], 60).ToValueList()),
        new Block.Buttons(Enumerable.Range(0, 60).Select(button => new Button($"action.{button}", Long, Long, ButtonStyle.Danger, Audience.Everyone.Instance, Long)).ToValueList()),
    ];
}
