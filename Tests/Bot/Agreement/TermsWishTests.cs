using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Agreement;

/// <summary>What is typed behind <c>/mql sla change</c>, and what the agreement says then.</summary>
public sealed class TermsWishTests
{
    private static readonly Texts Texts = Texts.For(System.Globalization.CultureInfo.GetCultureInfo("en"));

    [Theory]
    [InlineData("decide 30m", "Decide: accept or reject: within 30 min of working time, so far within 1 h of working time")]
    [InlineData("decide 15 min score 80+", "Decide: accept or reject: within 1 h of working time (score 80 and more: 15 min), so far within 1 h of working time")]
    [InlineData("decide 15m for score 50-79", "Decide: accept or reject: within 1 h of working time (score 50 to 79: 15 min), so far within 1 h of working time")]
    [InlineData("answer 2h score up to 49", "Answer a rejection: within 8 h of working time (score up to 49: 2 h), so far within 8 h of working time")]
    [InlineData("decide 10m source Demo request", "Decide: accept or reject: within 1 h of working time (source Demo request: 10 min), so far within 1 h of working time")]
    [InlineData("decide 5m source \"Demo request\", score 90+", "Decide: accept or reject: within 1 h of working time (source Demo request, score 90 and more: 5 min), so far within 1 h of working time")]
    [InlineData("hours pod", "Time counts in the hours of the pod, so far in the hours of the pod and of the owner")]
    [InlineData("decide remind 50% 80%", "Decide: accept or reject: a reminder to the owner at 50 % of the time; a reminder to the owner at 80 % of the time; a word to the team lead when it is due; offered to the next rep 1 h after it was due; so far a reminder to the owner at 80 % of the time; a word to the team lead when it is due; offered to the next rep 1 h after it was due")]
    [InlineData("answer remind none", "Answer a rejection: a word to the team lead when it is due; so far a reminder to the owner at 50 % of the time; a reminder to the owner at 80 % of the time; a word to the team lead when it is due")]
    [InlineData("decide pass on never", "Decide: accept or reject: a reminder to the owner at 80 % of the time; a word to the team lead when it is due; so far a reminder to the owner at 80 % of the time; a word to the team lead when it is due; offered to the next rep 1 h after it was due")]
    [InlineData("firstContact pass on 2h", "First contact: a reminder to the owner at 50 % of the time; a reminder to the owner at 80 % of the time; a word to the team lead when it is due; given to the next rep 2 h after it was due; so far a reminder to the owner at 50 % of the time; a reminder to the owner at 80 % of the time; a word to the team lead when it is due")]
    public void What_is_typed_changes_the_terms_as_the_card_says(string typed, string says) =>
        Assert.Equal([says], TermsWords.Changes(AgreementTerms.Default, Change(AgreementTerms.Default, typed), Texts));

    [Theory]
    [InlineData("desire 30m", "There is no promise called desire.")]
    [InlineData("decide soon", "Give working time such as 30 min")]
    [InlineData("decide 30m score 120+", "I cannot tell which leads “score 120+” are.")]
    [InlineData("decide 30m score 80-50", "I cannot tell which leads “score 80-50” are.")]
    [InlineData("decide 30m score high", "I cannot tell which leads “score high” are.")]
    [InlineData("decide remind often", "Write 1 to 5 shares of the time")]
    [InlineData("decide remind 50% 2000%", "Write 1 to 5 shares of the time")]
    [InlineData("answer pass on 1h", "Only what sales owes is passed on by turn.")]
    [InlineData("decide pass on soon", "Write how long after it was due, such as 1 h, or never.")]
    [InlineData("hours mine", "Write “hours pod”, or “hours owner”")]
    public void What_cannot_be_read_is_said_with_what_can(string typed, string sentence) =>
        Assert.StartsWith(sentence, Assert.IsType<TermsWish.Wrong>(Read(typed)).Error.Sentence, StringComparison.Ordinal);

    [Fact]
    public void The_narrowest_tier_counts_in_whichever_order_they_were_agreed()
    {
        var terms = AgreementTerms.Default;
        foreach (var typed in new[] { "decide 50m score 50+", "decide 30m source demo", "decide 20m score 80+", "decide 5m source demo, score 90+" })
            terms = Change(terms, typed);

        Duration Target(string? source, int? score) => terms.TargetOf(Clause.Decide, SamplePod.Whole with { Source = source, Score = score });
        Assert.Equal(Duration.FromMinutes(5), Target("Demo", 95));
        Assert.Equal(Duration.FromMinutes(30), Target("demo", 85));
        Assert.Equal(Duration.FromMinutes(20), Target("webinar", 85));
        Assert.Equal(Duration.FromMinutes(50), Target(null, 50));
        Assert.Equal(Duration.FromHours(1), Target("webinar", 49));
        Assert.Equal(Duration.FromHours(1), Target("webinar", null));
    }

    [Fact]
    public void A_tier_that_is_agreed_anew_replaces_its_old_target_and_none_takes_it_away()
    {
        var once = Change(AgreementTerms.Default, "decide 20m score 80+");
        Assert.Equal(Duration.FromMinutes(10), Assert.Single(Change(once, "decide 10m score 80+").PromiseOf(Clause.Decide).Tiers).Target);
        Assert.Empty(Change(once, "decide none score from 80").PromiseOf(Clause.Decide).Tiers);
    }

    [Fact]
    public void The_form_changes_what_is_filled_in_and_nothing_else()
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FieldNames.Clause] = "decide", [FieldNames.Working] = "20m", [FieldNames.Tier] = "score 80+", [FieldNames.Remind] = "50%", [FieldNames.PassOn] = "", [FieldNames.Hours] = "pod",
        };
        var terms = Assert.IsType<TermsWish.Fine>(TermsWish.Read(answers, Texts)).Change(AgreementTerms.Default);

        Assert.Equal(new ClausePromise(Clause.Decide, Duration.FromHours(1), [new TierPromise(new Tier(80, null, null), Duration.FromMinutes(20))]), terms.PromiseOf(Clause.Decide));
        Assert.Equal(WhoseHours.Pod, terms.Hours);
        Assert.Equal([50], terms.LadderOf(Clause.Decide).Steps.Where(step => step.What == StepWhat.Remind).Select(step => step.At.Percent));
        Assert.Contains(terms.LadderOf(Clause.Decide).Steps, step => step.What == StepWhat.ReOffer);
        Assert.Equal(AgreementTerms.Default.LadderOf(Clause.Answer), terms.LadderOf(Clause.Answer));
    }

    [Theory]
    [InlineData("", "30m", "", FieldNames.Clause)]
    [InlineData("decide", "soon", "", FieldNames.Working)]
    [InlineData("decide", "30m", "big ones", FieldNames.Tier)]
    [InlineData("decide", "", "score 80+", FieldNames.Working)]
    public void What_is_wrong_in_the_form_is_said_at_its_field(string clause, string working, string tier, string field)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal) { [FieldNames.Clause] = clause, [FieldNames.Working] = working, [FieldNames.Tier] = tier };

        Assert.Equal(field, Assert.IsType<TermsWish.Wrong>(TermsWish.Read(answers, Texts)).Error.Field);
    }

    private static AgreementTerms Change(AgreementTerms terms, string typed) => Assert.IsType<TermsWish.Fine>(Read(typed)).Change(terms);

    private static TermsWish Read(string typed)
    {
        var words = typed.Split(' ', 2);
        return TermsWish.Read(words[0], words[1], Texts);
    }
}
