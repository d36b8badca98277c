using AlignmentBot.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>One open window of the local page, spoken to in the words of a person who uses it.</summary>
public sealed class ChatWindow
{
    private readonly List<string> faults = [];

    private ChatWindow(IPage page)
    {
        Page = page;
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
                faults.Add(line.Text);
        };
        page.PageError += (_, fault) => faults.Add(fault);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about: faults of scripts, refused contents, missing files.</summary>
    public IReadOnlyList<string> Faults => faults;

    public ILocator Messages => Page.Locator("[data-conversation=channel] > .message");

    public ILocator DirectMessages => Page.Locator("[data-conversation=direct] > .message");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public ILocator Whisper => Page.GetByRole(AriaRole.Group, new() { Name = "Only you can see this" });

    /// <param name="persona">The short name of a sample member, such as <c>rosa</c>.</param>
    public static async Task<ChatWindow> Open(IBrowserContext context, RunningBot bot, string persona)
    {
        var window = new ChatWindow(await context.NewPageAsync());
        await window.Page.GotoAsync($"{bot.Address}?pod=sample&as=sample-{persona}");
        return window;
    }

    /// <summary>The message whose card is about this person.</summary>
    public ILocator CardOf(string person) => Messages.Filter(new() { Has = Page.Locator(".said").GetByRole(AriaRole.Heading, new() { Name = person }) });

    public ILocator Button(string person, string label) => CardOf(person).Locator(".said").GetByRole(AriaRole.Button, new() { Name = label });

    public Task Press(string person, string label) => Button(person, label).ClickAsync();

    public Task Shows(string person, string words) => Expect(CardOf(person).Locator(".said .ab-status")).ToContainTextAsync(words);

    public async Task Type(string command)
    {
        await Page.GetByLabel("Command").FillAsync(command);
        await Page.GetByLabel("Command").PressAsync("Enter");
    }

    public async Task Reply(string person, string words)
    {
        await CardOf(person).GetByText("Reply", new() { Exact = true }).ClickAsync();
        await CardOf(person).GetByLabel("Your reply").FillAsync(words);
        await CardOf(person).GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();
    }

    public ILocator ThreadOf(string person) => CardOf(person).Locator(".thread");
}
