using AlignmentBot.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>The page as it looks: on a desk, in the dark, on a phone. What can be measured is asserted; the rest is for eyes.</summary>
[Collection(BrowserTests.Name)]
public sealed class PictureTests(Browsers browsers)
{
    [Theory]
    [InlineData("desk-light", 1360, 900, ColorScheme.Light)]
    [InlineData("desk-dark", 1360, 900, ColorScheme.Dark)]
    [InlineData("tablet-light", 900, 1100, ColorScheme.Light)]
    [InlineData("phone-light", 360, 740, ColorScheme.Light)]
    [InlineData("phone-dark", 360, 740, ColorScheme.Dark)]
    public async Task Nothing_sticks_out_sideways(string name, int width, int height, ColorScheme scheme)
    {
        await using var bot = await RunningBot.Start();
        await using var context = await browsers.Open(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
        });
        var window = await ChatWindow.Open(context, bot, "rosa");
        await Expect(window.Messages).ToHaveCountAsync(6);

        await window.Press("Bo Sample", "Accept");
        await window.Shows("Bo Sample", "Accepted by Rosa Rep");
        await window.Reply("Bo Sample", "Calling them this afternoon.");
        await Screenshots.Take(window.Page, name);
        await window.Press("Ada Example", "Reject");
        await Expect(window.Dialog).ToBeVisibleAsync();
        await Screenshots.Take(window.Page, name + "-dialog");
        await window.Dialog.GetByLabel("No budget").CheckAsync();
        await window.Dialog.GetByLabel("Note to marketing").FillAsync("Budget is frozen until spring.");
        await window.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await window.Shows("Ada Example", "Rejected by Rosa Rep");
        await window.Press("Bo Sample", "History");
        await Expect(window.Whisper).ToBeVisibleAsync();
        await Screenshots.Take(window.Page, name + "-history");

        var sideways = await window.Page.EvaluateAsync<bool>(
            "() => [document.documentElement, ...document.querySelectorAll('.scroll')].some(box => box.scrollWidth > box.clientWidth)");
        Assert.False(sideways);
        Assert.Empty(window.Faults);
    }
}
