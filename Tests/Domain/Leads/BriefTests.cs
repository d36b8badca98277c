using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>What marketing hands over: its names, its fields, and how two briefs of one person are joined.</summary>
public sealed class BriefTests
{
    [Theory]
    [InlineData("Ada", "Byron", "ada@example.com", "Ada Byron")]
    [InlineData("Ada", " ", "ada@example.com", "Ada")]
    [InlineData(null, "Byron", null, "Byron")]
    [InlineData(null, null, "ada@example.com", "ada")]
    [InlineData(null, null, "@example.com", null)]
    [InlineData(null, null, "", null)]
    [InlineData(null, null, null, null)]
    public void A_person_is_called_by_what_is_known(string? first, string? last, string? email, string? name) =>
        Assert.Equal(name, new Brief { FirstName = first, LastName = last, Email = email }.PersonName);

    [Fact]
    public void Every_field_that_is_set_is_read_back()
    {
        foreach (var name in BriefFields.Names.Append("fields.budget"))
            Assert.Equal("42", BriefFields.Get(BriefFields.Set(new Brief(), name, "42"), name));
    }

    [Fact]
    public void Every_field_is_set_alone()
    {
        foreach (var name in BriefFields.Names)
            Assert.Equal(name, Assert.Single(BriefFields.Names, other => BriefFields.Get(BriefFields.Set(new Brief(), name, "42"), other) is not null));
    }

    [Fact]
    public void Every_field_of_the_sample_is_there() => Assert.Empty(BriefFields.Missing(Whole, [.. BriefFields.Names, "fields.budget"]));

    [Fact]
    public void What_is_missing_is_named_in_the_pods_order() =>
        Assert.Equal(["company.name", "fields.budget", "email"], BriefFields.Missing(Partial, ["company.name", "phone", "fields.budget", "email"]));

    [Theory]
    [InlineData("email", true)]
    [InlineData("company.country", true)]
    [InlineData("fields.budget", true)]
    [InlineData("fields.", false)]
    [InlineData("Email", false)]
    [InlineData("surname", false)]
    [InlineData("", false)]
    public void A_name_is_known_or_not(string name, bool known) => Assert.Equal(known, BriefFields.Knows(name));

    [Theory]
    [InlineData("surname")]
    [InlineData("fields.")]
    [InlineData("")]
    public void An_unknown_field_changes_nothing(string name) => Assert.Equal(Whole, BriefFields.Set(Whole, name, "x"));

    [Theory]
    [InlineData("company.employees", "many")]
    [InlineData("company.employees", "-1")]
    [InlineData("company.employees", "1,000")]
    [InlineData("score", "101")]
    [InlineData("score", "-1")]
    [InlineData("score", "")]
    public void A_number_that_is_none_leaves_the_known_one(string name, string value) => Assert.Equal(Whole, BriefFields.Set(Whole, name, value));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("100", 100)]
    [InlineData(" 7 ", 7)]
    public void A_score_is_0_to_100(string value, int score) => Assert.Equal(score, BriefFields.Set(Whole, "score", value).Score);

    [Fact]
    public void Own_fields_stay_in_order_and_each_is_there_once()
    {
        var brief = BriefFields.Set(BriefFields.Set(BriefFields.Set(new Brief(), "fields.size", "L"), "fields.budget", "50k"), "fields.size", "XL");

        Assert.Equal([new NamedValue("budget", "50k"), new NamedValue("size", "XL")], brief.Fields);
    }

    [Fact]
    public void A_brief_joined_with_itself_stays_as_it_is() => Assert.Equal(Whole, BriefMerge.Into(Whole, Whole));

    [Fact]
    public void A_brief_joined_with_an_empty_one_stays_as_it_is() => Assert.Equal(Whole, BriefMerge.Into(Whole, new Brief()));

    [Fact]
    public void An_empty_brief_takes_everything() => Assert.Equal(Whole, BriefMerge.Into(new Brief(), Whole));

    [Fact]
    public void What_is_known_stays_and_the_gaps_are_filled()
    {
        var joined = BriefMerge.Into(Partial with { Title = " " }, Whole with { FirstName = "Augusta", Source = "fair" });

        Assert.Equal(Whole with { FirstName = "Ada", Source = "webinar" }, joined);
    }

    [Fact]
    public void Score_and_notes_follow_the_newer_brief()
    {
        var joined = BriefMerge.Into(Whole, new Brief { Score = 40, Notes = "Called us" });

        Assert.Equal(Whole with { Score = 40, Notes = "Called us" }, joined);
    }

    [Fact]
    public void Own_fields_are_joined_and_the_known_value_stays()
    {
        var joined = BriefMerge.Into(Whole, new Brief { Fields = [new NamedValue("authority", "yes"), new NamedValue("budget", "10k")] });

        Assert.Equal([new NamedValue("authority", "yes"), new NamedValue("budget", "50k")], joined.Fields);
    }

    [Fact]
    public void Activities_are_joined_newest_first_and_told_once()
    {
        var newest = new Activity(Morning, "form_sent", "Demo");

        var joined = BriefMerge.Into(Whole, new Brief { Activities = [Whole.Activities[1], newest] });

        Assert.Equal([newest, Whole.Activities[0], Whole.Activities[1]], joined.Activities);
    }

    [Fact]
    public void The_newest_activities_are_kept_up_to_the_limit()
    {
        var many = Enumerable.Range(0, BriefMerge.ActivityLimit + 1).Select(days => new Activity(Morning - Duration.FromDays(days), "page_visited", null)).ToValueList();

        Assert.Equal(many.Take(BriefMerge.ActivityLimit), BriefMerge.Into(new Brief(), new Brief { Activities = many }).Activities);
    }
}
