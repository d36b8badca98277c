using AlignmentBot.Bot.Dashboard;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Tests.Domain.Awards;

namespace AlignmentBot.Tests.Bot.Awards;

/// <summary>Where a certificate can be fetched.</summary>
public sealed class CertificateAddressTests
{
    [Theory]
    [InlineData("https://bot.example.com", "https://bot.example.com/certificates/emea.2026-11/seller-0123456789abcdef0123456789abcdef.png")]
    [InlineData("https://bot.example.com/", "https://bot.example.com/certificates/emea.2026-11/seller-0123456789abcdef0123456789abcdef.png")]
    [InlineData("http://bot.example.com", null)]
    [InlineData("https://localhost:5080", null)]
    [InlineData("http://127.0.0.1:5080", null)]
    [InlineData(null, null)]
    public void Platforms_are_given_an_https_address_that_others_reach_or_none(string? publicUrl, string? expected)
    {
        var settings = new DashboardSettings(publicUrl is null ? null : new Uri(publicUrl), TimeSpan.FromHours(12), []);

        var certificate = new Certificates(settings).Of(SampleRounds.Open, Award.Seller);

        Assert.Equal(expected, certificate.Address?.AbsoluteUri);
        Assert.Equal("/certificates/emea.2026-11/seller-0123456789abcdef0123456789abcdef.png", certificate.Path);
    }
}
