using System.Globalization;
using System.Text;
using AlignmentBot.Bot.Channels.Slack.Inbound;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>The signature by itself.</summary>
public sealed class SignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
        + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
        + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Fact]
    public void Documented_request_fits() => Assert.True(Fits(Signature));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5033")]
    [InlineData("v0=é2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public void Any_other_signature_does_not(string? signature) => Assert.False(Fits(signature));

    [Fact]
    public void One_changed_byte_of_the_body_does_not_fit() =>
        Assert.False(SlackSignature.Fits(Encoding.UTF8.GetBytes(Secret), Signed(Body.Replace("foobar", "foobaz", StringComparison.Ordinal)), Signature));

    [Fact]
    public void Another_secret_does_not_fit() =>
        Assert.False(SlackSignature.Fits(Encoding.UTF8.GetBytes(Secret[1..]), Signed(Body), Signature));

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void Request_is_fresh_within_five_minutes_both_ways(int secondsLater, bool fresh) =>
        Assert.Equal(fresh, SlackSignature.IsFresh(Timestamp, Then.AddSeconds(secondsLater)));

    [Fact]
    public void Fraction_of_a_second_does_no_harm() => Assert.True(SlackSignature.IsFresh("1531420618.000002", Then));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("-1531420618")]
    [InlineData("+1531420618")]
    [InlineData(" 1531420618")]
    [InlineData("1531420618,5")]
    [InlineData("1.5e9")]
    [InlineData("9223372036854775807")]
    public void Timestamp_that_is_no_number_of_seconds_is_not_fresh(string? timestamp) => Assert.False(SlackSignature.IsFresh(timestamp, Then));

    private static bool Fits(string? signature) => SlackSignature.Fits(Encoding.UTF8.GetBytes(Secret), Signed(Body), signature);

    private static byte[] Signed(string body) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{SlackSignature.Prefix(Timestamp)}{body}"));
}
