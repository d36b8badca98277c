using System.Text;
using AlignmentBot.Domain.Leads;
using FsCheck;
using FsCheck.Fluent;

namespace AlignmentBot.Tests.Domain.Leads;

public sealed class EmailKeyTests
{
    [Theory]
    [InlineData("ada@example.com", "ada@example.com")]
    [InlineData("  Ada@Example.COM ", "ada@example.com")]
    [InlineData("ada+webinar@example.com", "ada@example.com")]
    [InlineData("ada+a+b@example.com", "ada@example.com")]
    [InlineData("a.da@example.com", "a.da@example.com")]
    [InlineData("+ada@example.com", "+ada@example.com")]
    [InlineData("ada@exa+mple.com", "ada@exa+mple.com")]
    [InlineData("JOSE\u0301@example.com", "jos\u00e9@example.com")]
    [InlineData("no address", "no address")]
    public void One_person_has_one_key(string given, string key) => Assert.Equal(key, EmailKey.Of(given));

    [Fact]
    public void Two_people_who_differ_by_a_dot_are_two() => Assert.NotEqual(EmailKey.Of("ada@example.com"), EmailKey.Of("a.da@example.com"), StringComparer.Ordinal);

    [Fact]
    public void A_key_is_its_own_key() => Prop
        .ForAll(Addresses.ToArbitrary(), address => EmailKey.Of(EmailKey.Of(address)) == EmailKey.Of(address))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20261120, 1));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_lead_without_an_address_is_like_no_other(string? email) => Assert.Null(new Brief { Email = email }.EmailKey);

    [Fact]
    public void A_lead_is_recognised_by_its_address() => Assert.Equal("ada@example.com", new Brief { Email = "Ada+demo@example.com" }.EmailKey);

    /// <summary>Letters that have caught others out: tags, blanks, several at signs, marks that compose, letters without a plain lower case.</summary>
    private static Gen<string> Addresses => Gen.Elements("a", "B", "+", "@", ".", " ", "\u0301", "\u00c9", "\u0130", "\u00df", "\ufb01", "\U0001F600")
        .ListOf()
        .Select(parts => string.Concat(parts).Normalize(NormalizationForm.FormD));
}
