using Microsoft.Playwright;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>One Chromium for all browser tests. Without one they are skipped, unless ALIGNMENTBOT_REQUIRE_BROWSER=1 says that this is a fault.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private const string RequiredBy = "ALIGNMENTBOT_REQUIRE_BROWSER";

    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? missing;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            missing = $"No browser at {path}. Install Debian's chromium, or name another one in CHROMIUM.";
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A window of its own, as if on another desk.</summary>
    public async Task<IBrowserContext> Open(BrowserNewContextOptions? options = null)
    {
        if (missing is not null && Environment.GetEnvironmentVariable(RequiredBy) == "1")
            Assert.Fail(missing);
        if (missing is not null)
            Assert.Skip(missing);
        return await browser!.NewContextAsync(options ?? new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1360, Height = 900 } });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>Browser tests share one browser and run one after the other: they are measured against a clock that people feel.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browsers>
{
    public const string Name = "browser";
}
