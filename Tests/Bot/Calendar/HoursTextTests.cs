using System.Globalization;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Tests.Bot.Calendar;

/// <summary>Hours as people type them.</summary>
public sealed class HoursTextTests
{
    private static readonly Texts Texts = Texts.For(CultureInfo.GetCultureInfo("en"));

    [Theory]
    [InlineData("Mon-Fri 9-17:30", "Mon-Fri 09:00-17:30")]
    [InlineData("mon – thu 9:00–17:00, fri 9-13", "Mon-Thu 09:00-17:00\nFri 09:00-13:00")]
    [InlineData("monday to friday 9am to 5pm", "Mon-Fri 09:00-17:00")]
    [InlineData("Mon, Wed and Fri: 9-12, 13-18", "Mon 09:00-12:00, 13:00-18:00\nWed 09:00-12:00, 13:00-18:00\nFri 09:00-12:00, 13:00-18:00")]
    [InlineData("mon-fri 9 am - 5.30 pm\nsat 10am-2pm", "Mon-Fri 09:00-17:30\nSat 10:00-14:00")]
    [InlineData("fri-mon 22:00-06:00", "Mon 22:00-06:00\nFri-Sun 22:00-06:00")]
    [InlineData("daily 24h", "Mon-Sun 00:00-00:00")]
    [InlineData("tuesdays 8h-16h", "Tue 08:00-16:00")]
    [InlineData("sun 12am-12pm", "Sun 00:00-12:00")]
    [InlineData("mon 13-18, 9-12", "Mon 09:00-12:00, 13:00-18:00")]
    [InlineData("mon 18-24", "Mon 18:00-00:00")]
    public void Hours_are_read_as_they_are_meant(string typed, string week)
    {
        var read = Assert.IsType<HoursRead.Fine>(Read(typed)).Week;
        Assert.Equal(week, HoursWords.Typed(read, Texts));
        Assert.Equal(read, Assert.IsType<HoursRead.Fine>(Read(HoursWords.Typed(read, Texts))).Week);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("whenever", "whenever")]
    [InlineData("mon-fri", "mon-fri")]
    [InlineData("9-17", "9-17")]
    [InlineData("mon 9", "9")]
    [InlineData("mon 9-25", "9-25")]
    [InlineData("mon 9:61-17", "9:61-17")]
    [InlineData("mon 13pm-17", "13pm-17")]
    [InlineData("t 9-17", "t")]
    [InlineData("mon off", "off")]
    public void What_cannot_be_read_is_named(string typed, string word) => Assert.Equal(new HoursRead.Unreadable(word), Read(typed));

    [Theory]
    [InlineData("mon 9-12, 11-14", "11-14")]
    [InlineData("mon-fri 9-17, fri 9-13", "9-13")]
    [InlineData("mon 22-6, 23-24", "23-24")]
    public void What_overlaps_is_named(string typed, string word) => Assert.Equal(new HoursRead.Overlapping(word), Read(typed));

    [Fact]
    public void Weekdays_of_the_readers_language_are_read_too() => Assert.Equal(
        WorkWeek.Office, Assert.IsType<HoursRead.Fine>(new HoursText(CultureInfo.GetCultureInfo("de")).Read("Montag-Freitag 9-17:30")).Week);

    private static HoursRead Read(string typed) => new HoursText(CultureInfo.GetCultureInfo("en")).Read(typed);
}
