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
}
