using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AlignmentBot.Tests.Fakes;

/// <summary>The bot as its users run it: a process of its own, on a free loopback port.</summary>
public sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly List<string> output = [];
    private readonly TaskCompletionSource<Uri> started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
    }

    public HttpClient Http { get; private set; } = new();

    public int ExitCode => process.ExitCode;

    public bool HasExited => process.HasExited;

    public string Output
    {
        get
        {
            lock (output)
                return string.Join('\n', output);
        }
    }

    /// <summary>Starts the bot and waits until it is ready, or until it has given up.</summary>
    /// <param name="store">The database file.</param>
    /// <param name="arguments">More configuration switches.</param>
    public static Task<BotProcess> Start(string store, params string[] arguments) => Ready(Launch(Switches(store, arguments)));

    /// <summary>Starts the bot and does not wait: it may be killed before it is ready.</summary>
    public static BotProcess Begin(string store, params string[] arguments) => Launch(Switches(store, arguments));

    /// <summary>Starts it on a machine that stands in this time zone.</summary>
    public static Task<BotProcess> StartIn(string timeZone, string store, params string[] arguments) => Ready(Launch(Switches(store, arguments), timeZone));

    private static string[] Switches(string store, string[] arguments) => [$"--Storage:Path={store}", "--urls", "http://127.0.0.1:0", .. arguments];

    private static async Task<BotProcess> Ready(BotProcess bot)
    {
        var exited = bot.process.WaitForExitAsync();
        if (await Task.WhenAny(bot.started.Task, exited).WaitAsync(StartLimit) == exited)
            return bot;
        bot.Http = new HttpClient { BaseAddress = await bot.started.Task };
        while (!(await bot.Http.GetAsync("/health/ready")).IsSuccessStatusCode)
            await Task.Delay(20);
        return bot;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        await using var bot = Launch(arguments);
        await bot.process.WaitForExitAsync().WaitAsync(StartLimit);
        return (bot.ExitCode, bot.Output);
    }

    /// <summary>As the kernel does when memory runs out: no last words.</summary>
    public async Task Kill9()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As a service manager does. Returns how long the bot took to leave.</summary>
    public async Task<TimeSpan> Terminate()
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(StartLimit);
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill9();
        Http.Dispose();
        process.Dispose();
    }

    private static BotProcess Launch(IEnumerable<string> arguments, string? timeZone = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AlignmentBot.Bot.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information" },
        };
        if (timeZone is not null)
            start.Environment["TZ"] = timeZone;
        var bot = new BotProcess(Process.Start(start)!);
        bot.process.BeginOutputReadLine();
        bot.process.BeginErrorReadLine();
        return bot;
    }

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Add(line);
        if (Listening().Match(line) is { Success: true } match)
            started.TrySetResult(new Uri(match.Groups["url"].Value));
    }

    [GeneratedRegex(@"Now listening on: (?<url>http://\S+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
