using System.Reflection;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

public sealed class RefusalSentenceTests
{
    private static readonly Refusal[] All =
    [
        new Refusal.NotOnRoster(),
        new Refusal.WrongSide(Side.Sales),
        new Refusal.WrongSide(Side.Marketing),
        new Refusal.PodLeadsOnly(),
        new Refusal.Reserved(Sample.Rosa.Id),
        new Refusal.NotOwner(Sample.Rosa.Id),
        new Refusal.AlreadyAccepted(Sample.Rosa.Id, Sample.Decided),
        new Refusal.AlreadyRejected(Sample.Rosa.Id, Sample.Decided),
        new Refusal.StillIncomplete(["phone", "company.name"]),
        new Refusal.NotAcceptedYet(),
        new Refusal.TooFarAlong(),
        new Refusal.NotRejected(),
        new Refusal.NothingToUndo(),
        new Refusal.UndoNotYours(Sample.Rosa.Id),
        new Refusal.UndoTooLate(),
        new Refusal.NotARep(Sample.Max.Id),
        new Refusal.AlreadyWith(Sample.Rosa.Id),
        new Refusal.ImpossibleMoment(Sample.HandedOver, Sample.Decided, Sample.Now),
        new Refusal.NoClockRuns(),
        new Refusal.SnoozedAlready(Sample.Rosa.Id, Sample.Now),
        new Refusal.AlreadyExists(),
        new Refusal.OpenElsewhere(new LeadId("zz98yy76xx")),
        new Refusal.NoSuchLead(),
    ];

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        Assert.Equal(
            typeof(Refusal).GetNestedTypes(BindingFlags.Public).Select(type => type.Name).Order(StringComparer.Ordinal),
            All.Select(refusal => refusal.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var sentences = All.SelectMany(refusal => new[] { Say(refusal), Refusals.Sentence(refusal, null, Sample.Everyone) }).Distinct(StringComparer.Ordinal);
        GoldenFile.Matches("Cards/refusals.txt", TextClean.Of(string.Join('\n', sentences)) + "\n");
    }

    [Fact]
    public void Somebody_who_was_too_late_is_told_who_has_the_lead_and_since_when() =>
        Assert.Equal("Rosa accepted this lead at 10:42. It is in good hands.", Say(new Refusal.AlreadyAccepted(Sample.Rosa.Id, Sample.Decided)));

    [Fact]
    public void The_time_is_the_readers_own() =>
        Assert.Equal(
            "Rosa accepted this lead at 04:42. It is in good hands.",
            Refusals.Sentence(new Refusal.AlreadyAccepted(Sample.Rosa.Id, Sample.Decided), Sample.View(Sample.Offer), Sample.As(Sample.Sam with { TimeZone = "America/New_York" })));

    [Fact]
    public void Another_day_is_named() =>
        Assert.Equal(
            "Rosa accepted this lead at 19 Nov 2026, 10:42. It is in good hands.",
            Say(new Refusal.AlreadyAccepted(Sample.Rosa.Id, Sample.Decided.Minus(Duration.FromDays(1)))));

    [Fact]
    public void Who_clicks_twice_is_told_that_the_lead_is_theirs() =>
        Assert.Equal(
            "You accepted this lead at 10:42. It is yours already; nothing more is needed.",
            Refusals.Sentence(new Refusal.AlreadyAccepted(Sample.Rosa.Id, Sample.Decided), Sample.View(Sample.States["accepted"]), Sample.As(Sample.Rosa)));

    [Fact]
    public void A_rejected_lead_says_why() =>
        Assert.Equal(
            "Rosa rejected this lead at 10:42: No budget. Marketing takes it from here.",
            Refusals.Sentence(new Refusal.AlreadyRejected(Sample.Rosa.Id, Sample.Decided), Sample.View(Sample.States["rejected"]), Sample.Everyone));

    [Fact]
    public void Somebody_unknown_is_called_a_former_member() =>
        Assert.StartsWith("A former member works this lead.", Say(new Refusal.NotOwner(new MemberId("erased"))), StringComparison.Ordinal);

    private static string Say(Refusal refusal) => Refusals.Sentence(refusal, Sample.View(Sample.States["won"]), Sample.Everyone);
}
