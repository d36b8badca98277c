using System.Text;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Configuration;

public sealed class AgreementSectionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Clauses_are_read_and_what_is_not_said_has_its_default()
    {
        var terms = Read("""{"clauses":{"decide":"PT30M","firstContact":"PT2H","answer":"PT6H","supply":"PT90M"}}""");

        Assert.Equal(
            [30d, 120, AgreementTerms.Default.PromiseOf(Clause.Outcome).Target.TotalMinutes, 360, 90],
            Enum.GetValues<Clause>().Select(clause => terms!.PromiseOf(clause).Target.TotalMinutes));
        Assert.Equal((AgreementTerms.Default.Hours, Ladder.Defaults), (terms!.Hours, terms.Ladders));
    }

    [Fact]
    public void A_pod_that_says_nothing_has_no_terms_of_its_own() => Assert.Null(Read("{}"));

    [Fact]
    public void Tiers_and_whose_hours_are_read()
    {
        var terms = Read("""{"whoseHours":"pod","tiers":[{"clause":"decide","fromScore":"80","target":"PT15M"},{"clause":"decide","source":"demo","target":"PT20M"}]}""")!;

        Assert.Equal(WhoseHours.Pod, terms.Hours);
        Assert.Equal(
            [new TierPromise(new Tier(80, null, null), Duration.FromMinutes(15)), new TierPromise(new Tier(null, null, "demo"), Duration.FromMinutes(20))],
            terms.PromiseOf(Clause.Decide).Tiers);
    }

    [Fact]
    public void A_ladder_is_read_step_by_step()
    {
        var terms = Read("""
            {"ladders":{"decide":[
              {"at":"50%","who":"owner","how":"direct","what":"remind"},
              {"at":"due-PT15M","who":"side","how":"thread","what":"remind"},
              {"at":"due","who":"podLead","how":"channel","what":"escalate"},
              {"at":"due+PT1H30M","what":"reoffer"}]}}
            """)!;

        Assert.Equal(
            [
                new LadderStep(StepMoment.Share(50), StepWho.Owner, StepHow.Direct, StepWhat.Remind),
                new LadderStep(StepMoment.BeforeDue(Duration.FromMinutes(15)), StepWho.Side, StepHow.Thread, StepWhat.Remind),
                new LadderStep(StepMoment.Due, StepWho.PodLead, StepHow.Channel, StepWhat.Escalate),
                new LadderStep(StepMoment.AfterDue(Duration.FromMinutes(90)), StepWho.Owner, StepHow.Direct, StepWhat.ReOffer),
            ],
            terms.LadderOf(Clause.Decide).Steps);
        Assert.Equal(AgreementTerms.Default.LadderOf(Clause.Supply), terms.LadderOf(Clause.Supply));
    }

    [Theory]
    [InlineData("""{"clauses":{"decide":"1h"}}""", "Pods:0:clauses:decide is \"1h\". It must be working time such as PT1H or PT90M, above zero and at most 1000 hours.")]
    [InlineData("""{"clauses":{"decide":"PT0S"}}""", "Pods:0:clauses:decide is \"PT0S\". It must be working time such as PT1H or PT90M, above zero and at most 1000 hours.")]
    [InlineData("""{"clauses":{"decide":"P1D"}}""", "Pods:0:clauses:decide is \"P1D\". It must be working time such as PT1H or PT90M, above zero and at most 1000 hours.")]
    [InlineData("""{"clauses":{"decide":"PT1000H1S"}}""", "Pods:0:clauses:decide is \"PT1000H1S\". It must be working time such as PT1H or PT90M, above zero and at most 1000 hours.")]
    [InlineData("""{"clauses":{"decied":"PT1H"}}""", "Pods:0:clauses:decied is not known. Did you mean decide? Known here: decide, firstContact, outcome, answer, supply.")]
    [InlineData("""{"whoseHours":"mine"}""", "Pods:0:whoseHours is \"mine\". It must be pod or podAndOwner.")]
    [InlineData("""{"tiers":[{"clause":"decide","target":"PT1H"}]}""", "Pods:0:tiers:0 names no leads. Give fromScore, toScore or source.")]
    [InlineData("""{"tiers":[{"clause":"decide","fromScore":"90","toScore":"80","target":"PT1H"}]}""", "Pods:0:tiers:0:fromScore is above toScore, so no lead belongs to this tier.")]
    [InlineData("""{"ladders":{"decide":[{"at":"soon","what":"remind"}]}}""", "Pods:0:ladders:decide:0:at is \"soon\". It must be a share of the time such as 80%, or due, or working time around it such as due-PT30M or due+PT1H.")]
    [InlineData("""{"ladders":{"decide":[{"at":"80%","what":"nag"}]}}""", "Pods:0:ladders:decide:0:what is \"nag\". It must be one of remind, escalate, reoffer, reassign.")]
    [InlineData("""{"ladders":{"answer":[{"at":"due","what":"reassign"}]}}""", "Pods:0:ladders:answer:0:what is \"reassign\". Leads go by turn among reps, so this clause, which marketing owes, can only remind and escalate.")]
    public void What_is_wrong_is_named_with_its_key_value_and_rule(string pod, string fault)
    {
        var faults = new List<string>();
        AgreementSection.Read(Reader(pod, faults), faults);

        Assert.Equal([fault], faults);
    }

    [Fact]
    public async Task The_configuration_is_the_first_version_and_a_change_the_next_until_people_have_signed()
    {
        using var folder = new TempFolder();
        await using var store = await SqliteStore.Open(folder.File("bot.db"), SqliteOpen.Bot, Ct);
        await store.SavePod(Emea, Ct);

        await Apply(store, Terms(30));
        await Apply(store, Terms(30));
        Assert.Equal(new PodAgreement(Emea.Id, 1, Terms(30), Morning, []), await store.FindAgreement(Emea.Id, Ct));

        await Apply(store, Terms(45));
        Assert.Equal(2, (await store.FindAgreement(Emea.Id, Ct))!.Version);

        await store.Commit(new Commit { Agreements = [new PodAgreement(Emea.Id, 3, Terms(60), Morning, [new Signature(Lena.Id, Lena.Side, Morning)])] }, Ct);
        await Apply(store, Terms(45));
        Assert.Equal(Terms(60), (await store.FindAgreement(Emea.Id, Ct))!.Terms);
    }

    [Theory]
    [InlineData("PT1H", 3600)]
    [InlineData("PT1H30M5S", 5405)]
    [InlineData("PT90M", 5400)]
    public void Lengths_are_read_and_written(string text, int seconds)
    {
        Assert.Equal(Duration.FromSeconds(seconds), IsoDuration.Parse(text));
        Assert.Equal(Duration.FromSeconds(seconds), IsoDuration.Parse(IsoDuration.Write(Duration.FromSeconds(seconds))));
    }

    private static AgreementTerms Terms(int minutes) => AgreementTerms.Default.With(new ClausePromise(Clause.Decide, Duration.FromMinutes(minutes), []));

    private static Task Apply(IStore store, AgreementTerms terms) =>
        ConfiguredAgreements.Apply(new PodsConfiguration([new PodDraft(Emea.Id) { Terms = terms }]), store, Morning, Ct);

    private static AgreementTerms? Read(string pod)
    {
        var faults = new List<string>();
        var terms = AgreementSection.Read(Reader(pod, faults), faults);
        Assert.Empty(faults);
        return terms;
    }

    private static SectionReader Reader(string pod, List<string> faults)
    {
        var json = "{\"Pods\":[" + pod + "]}";
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        return new SectionReader(configuration.GetSection("Pods:0"), faults, "clauses", "tiers", "whoseHours", "ladders");
    }
}
