using AlignmentBot.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>The page for people who use a keyboard, a screen reader, or little light.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessTests(Browsers browsers) : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RunningBot.Start();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Main_job_is_done_with_the_keyboard_alone()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await rosa.Page.Keyboard.PressAsync("Tab");
        await Expect(rosa.Page.GetByText("Skip to the channel")).ToBeFocusedAsync();
        await rosa.Page.Keyboard.PressAsync("Enter");
        await TabTo(rosa, rosa.Button("Ada Example", "Accept"));
        await rosa.Page.Keyboard.PressAsync("Enter");
        await rosa.Shows("Ada Example", "Accepted by Rosa Rep");
        await Expect(rosa.CardOf("Ada Example")).ToBeFocusedAsync();

        await TabTo(rosa, rosa.Button("Bo Sample", "Reject"));
        await rosa.Page.Keyboard.PressAsync("Enter");
        await Expect(rosa.Dialog).ToBeVisibleAsync();
        await rosa.Page.Keyboard.PressAsync("Space");
        await rosa.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(rosa.Dialog.GetByRole(AriaRole.Radio).Nth(1)).ToBeCheckedAsync();
        await rosa.Page.Keyboard.PressAsync("Enter");
        await rosa.Shows("Bo Sample", "Rejected by Rosa Rep");
    }

    [Fact]
    public async Task Dialog_keeps_the_focus_and_gives_it_back()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await rosa.Press("Ada Example", "Reject");
        await Expect(rosa.Dialog).ToHaveAccessibleNameAsync("Reject this lead");
        for (var press = 0; press < 15; press++)
            await rosa.Page.Keyboard.PressAsync("Tab");
        Assert.False(await rosa.Page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"));

        await rosa.Page.Keyboard.PressAsync("Escape");

        await Expect(rosa.Dialog).ToBeHiddenAsync();
        await Expect(rosa.Button("Ada Example", "Reject")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Everything_has_a_name_and_a_place()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await rosa.Type("/mql leads");
        await rosa.Reply("Ada Example", "Looking into it.");
        await Expect(rosa.ThreadOf("Ada Example")).ToContainTextAsync("Looking into it.");
        await rosa.Press("Ada Example", "Reject");
        await Expect(rosa.Dialog).ToBeVisibleAsync();

        Assert.Empty(await rosa.Page.EvaluateAsync<string[]>(NamesAndPlaces));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_text_stands_out_from_its_ground(ColorScheme scheme)
    {
        await using var desk = await browsers.Open(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1360, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await rosa.Press("Ada Example", "Accept");
        await rosa.Shows("Ada Example", "Accepted by Rosa Rep");
        await rosa.Press("Bo Sample", "Reject");
        await rosa.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await Expect(rosa.Dialog.Locator(".ab-error")).ToBeVisibleAsync();
        Assert.Empty(await rosa.Page.EvaluateAsync<string[]>(FaintTexts, "dialog"));
        await rosa.Dialog.GetByLabel("No budget").CheckAsync();
        await rosa.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await rosa.Shows("Bo Sample", "Rejected by Rosa Rep");
        await rosa.Type("nonsense");
        await Expect(rosa.Whisper).ToBeVisibleAsync();

        Assert.Empty(await rosa.Page.EvaluateAsync<string[]>(FaintTexts, "body"));
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, "none")]
    [InlineData(ReducedMotion.NoPreference, "arrive")]
    public async Task Who_wants_no_motion_gets_none(ReducedMotion wish, string animation)
    {
        await using var desk = await browsers.Open(new BrowserNewContextOptions { ReducedMotion = wish });
        var rosa = await ChatWindow.Open(desk, bot, "rosa");

        await Expect(rosa.Messages.First).ToHaveCSSAsync("animation-name", animation);
    }

    private static async Task TabTo(ChatWindow window, ILocator target)
    {
        for (var press = 0; press < 60; press++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await window.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("The keyboard does not reach it.");
    }

    /// <summary>What a screen reader needs, as a list of what lacks it.</summary>
    private const string NamesAndPlaces = """
        () => {
          const faults = [];
          const seen = element => element.checkVisibility();
          const named = element => (element.getAttribute('aria-label') ?? element.textContent).trim() !== '';
          const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
          for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) faults.push(`id ${id} stands twice`);
          for (const name of ['aria-labelledby', 'aria-describedby', 'for', 'popovertarget'])
            for (const element of document.querySelectorAll(`[${name}]`))
              for (const id of element.getAttribute(name).split(' '))
                if (id && !document.getElementById(id)) faults.push(`${name} ${id} leads nowhere`);
          for (const element of document.querySelectorAll('button, a, summary, legend, h1, h2, h3')) if (seen(element) && !named(element)) faults.push(`${element.localName} without a name`);
          for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) if (field.labels.length === 0) faults.push(`${field.name} without a label`);
          for (const image of document.querySelectorAll('img')) if (!image.hasAttribute('alt')) faults.push('image without a text');
          for (const link of document.querySelectorAll('a')) if (!link.href) faults.push('link without an address');
          if (document.querySelectorAll('h1').length !== 1) faults.push('not one first heading');
          if (document.querySelectorAll('main').length !== 1) faults.push('not one main part');
          if (!document.documentElement.lang) faults.push('no language');
          if (!document.querySelector('[aria-live=polite]')) faults.push('nothing is announced');
          for (const nav of document.querySelectorAll('nav')) if (!nav.getAttribute('aria-label')) faults.push('navigation without a name');
          let level = 1;
          for (const heading of document.querySelectorAll('h1, main h2, main h3')) {
            const own = Number(heading.localName[1]);
            if (own > level + 1) faults.push(`heading ${heading.textContent} skips a level`);
            level = own;
          }
          return faults;
        }
        """;

    /// <summary>Visible texts below a contrast of 4.5 to 1 against what lies behind them.</summary>
    private const string FaintTexts = """
        within => {
          const parse = color => { const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
          const light = ({ r, g, b }) => {
            const [x, y, z] = [r, g, b].map(part => part / 255).map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * x + 0.7152 * y + 0.0722 * z;
          };
          const ground = element => {
            for (let box = element; box; box = box.parentElement) {
              const color = parse(getComputedStyle(box).backgroundColor);
              if (color.a === 1) return color;
            }
            return parse(getComputedStyle(document.documentElement).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches ? 'rgb(0,0,0)' : 'rgb(255,255,255)');
          };
          const faults = new Set();
          const texts = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const element = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest('.unseen, .skip, noscript, script')) continue;
            const [one, other] = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
            const contrast = (one + 0.05) / (other + 0.05);
            if (contrast < 4.5) faults.add(`${texts.currentNode.data.trim()}: ${contrast.toFixed(2)}`);
          }
          return [...faults];
        }
        """;
}
