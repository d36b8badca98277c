using System.Globalization;
using AlignmentBot.Cards;
using FsCheck;
using FsCheck.Fluent;

namespace AlignmentBot.Tests.Cards;

public sealed class TextCutTests
{
    [Theory]
    [InlineData("exactly", 7, "exactly")]
    [InlineData("exactly.", 7, "exactl…")]
    [InlineData("two words", 5, "two…")]
    [InlineData("ab👍", 4, "ab👍")]
    [InlineData("ab👍c", 4, "ab…")]
    [InlineData("👩‍👩‍👧‍👦 family", 5, "👩…")]
    [InlineData("x👩‍👩‍👧‍👦 family", 5, "x…")]
    [InlineData("e\u0301e\u0301e\u0301", 4, "e\u0301…")]
    [InlineData("👍👍", 1, "…")]
    public void A_text_is_cut_between_characters_as_people_see_them(string text, int limit, string expected) =>
        Assert.Equal(expected, TextCut.To(text, limit));

    [Fact]
    public void No_cut_is_longer_than_allowed_or_ends_in_half_a_character() => Prop.ForAll(
        Gen.Elements("a", " ", "👍", "e\u0301", "👩‍👧", "ß").ListOf().Select(string.Concat).ToArbitrary(),
        Gen.Choose(1, 40).ToArbitrary(),
        (text, limit) =>
        {
            var cut = TextCut.To(text, limit);
            return cut.Length <= limit && !cut.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) && (cut == text || cut.EndsWith('…'));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("a\tb", "a b")]
    [InlineData("👨‍👩‍👧 ٱلسَّلَامُ עִבְרִית", "👨‍👩‍👧 ٱلسَّلَامُ עִבְרִית")]
    [InlineData("a\u202Eb\u200Bc\u0085", "abc\n")]
    public void Cleaning_keeps_all_scripts_and_takes_out_what_is_not_text(string text, string expected) =>
        Assert.Equal(expected, TextClean.Of(text));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_an_unreadable_one() =>
        Assert.Equal("half \uFFFD of it", TextClean.Of("half \uD83D of it"));

    [Fact]
    public void A_letter_with_marks_without_end_is_still_shortened()
    {
        var cut = TextCut.To("e" + new string('\u0301', 500), 20);
        Assert.Equal(20, cut.Length);
        Assert.Single(StringInfo.ParseCombiningCharacters(cut[..^1]));
    }
}
