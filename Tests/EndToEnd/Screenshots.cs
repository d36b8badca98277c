using Microsoft.Playwright;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>Pictures for people to look at, written where ALIGNMENTBOT_SCREENSHOTS says, else nowhere.</summary>
public static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ALIGNMENTBOT_SCREENSHOTS");

    public static async Task Take(IPage page, string name)
    {
        if (!string.IsNullOrEmpty(Folder))
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>The same view on a desk, in the dark, and on a phone.</summary>
    /// <param name="at">What is to be seen.</param>
    public static async Task TakeAll(IPage page, string name, ILocator? at = null)
    {
        if (string.IsNullOrEmpty(Folder))
            return;
        var size = page.ViewportSize!;
        await Take(page, name);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await Take(page, name + "-dark");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(360, 740);
        if (at is not null)
            await at.ScrollIntoViewIfNeededAsync();
        await Take(page, name + "-phone");
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
