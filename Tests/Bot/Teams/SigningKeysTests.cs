using AlignmentBot.Bot.Channels.Teams;
using AlignmentBot.Bot.Channels.Teams.Inbound;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>When the keys are read anew.</summary>
public sealed class SigningKeysTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_are_read_once_for_everybody_who_comes_at_once()
    {
        await using var entra = await FakeEntra.Start();
        entra.Delay = TimeSpan.FromMilliseconds(50);
        var (keys, _) = Of(entra);

        var found = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => keys.Find("key-1", Ct).AsTask()));

        Assert.All(found, key => Assert.Equal(["msteams", "webchat"], key!.Endorsements.Order(StringComparer.Ordinal)));
        Assert.Equal(1, entra.KeyReadings);
    }

    [Fact]
    public async Task New_key_is_found_at_once_but_unknown_names_are_looked_for_every_five_minutes_only()
    {
        await using var entra = await FakeEntra.Start();
        var (keys, time) = Of(entra);
        await keys.Find("key-1", Ct);
        entra.Rotate("key-2");

        time.Advance(Duration.FromMinutes(4));
        Assert.Null(await keys.Find("key-2", Ct));
        Assert.Equal(1, entra.KeyReadings);

        time.Advance(Duration.FromMinutes(1));
        Assert.NotNull(await keys.Find("key-2", Ct));
        Assert.Null(await keys.Find("key-3", Ct));
        Assert.Equal(2, entra.KeyReadings);
    }

    [Fact]
    public async Task Keys_are_renewed_after_twelve_hours_while_the_old_ones_still_serve()
    {
        await using var entra = await FakeEntra.Start();
        var (keys, time) = Of(entra);
        await keys.Find("key-1", Ct);

        time.Advance(Duration.FromHours(12));
        await keys.Find("key-1", Ct);
        Assert.Equal(1, entra.KeyReadings);

        time.Advance(Duration.FromMinutes(1));
        Assert.NotNull(await keys.Find("key-1", Ct));
        await Eventually.Get(() => Task.FromResult(entra.KeyReadings == 2 ? "read" : null));
    }

    [Fact]
    public async Task Keys_that_could_not_be_renewed_for_a_day_are_not_trusted_any_more()
    {
        await using var entra = await FakeEntra.Start();
        var (keys, time) = Of(entra);
        await keys.Find("key-1", Ct);
        entra.Down = true;

        time.Advance(Duration.FromHours(24));
        Assert.NotNull(await keys.Find("key-1", Ct));

        time.Advance(Duration.FromMinutes(1));
        await Assert.ThrowsAsync<KeysUnavailableException>(async () => await keys.Find("key-1", Ct));

        entra.Down = false;
        time.Advance(Duration.FromMinutes(1));
        Assert.NotNull(await keys.Find("key-1", Ct));
    }

    private static (SigningKeys Keys, ManualTime Time) Of(FakeEntra entra)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Teams:AppId"] = FakeEntra.AppId, ["Teams:ClientSecret"] = "hush", ["Teams:TenantId"] = "t1", ["Teams:OpenIdMetadataUrl"] = entra.MetadataUrl,
        }).Build();
        var time = new ManualTime(SamplePod.Morning);
        var settings = TeamsSettings.Read(configuration, new HostPlace(Development: false, OnLoopback: true))!;
#pragma warning disable CA2000 // Lives as long as the test.
        return (new SigningKeys(settings, new HttpClient(), time, NullLogger<SigningKeys>.Instance), time);
#pragma warning restore CA2000
    }
}
