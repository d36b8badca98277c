using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bench;

/// <summary>A server of its own process on a free port, with a store of so many offered leads.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private Server(Process process, string folder, int port)
    {
        this.process = process;
        this.folder = folder;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Processor time used so far, of all threads.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Our bot, bound to this Slack.</summary>
    public static async Task<Server> Bot(int leads, SlackStandIn slack)
    {
        var own = Directory.CreateTempSubdirectory("bench-slack-").FullName;
        var path = Path.Combine(own, "bot.db");
        await using (var store = await SqliteStore.Open(path, SqliteOpen.Bot, CancellationToken.None))
            await SampleLeads.Seed(store, leads);
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "AlignmentBot.Bot.dll"), "--Storage:Path=" + path, $"--urls=http://127.0.0.1:{port}", "--Slack:BotToken=xoxb-bench",
            "--Slack:SigningSecret=" + SlackRequests.Secret, $"--Slack:ApiBaseUrl={slack.Address}/api/", "--Logging:LogLevel:Default=None",
        ]);
        var server = new Server(Process.Start(start)!, own, port);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        while (!await IsReady(http))
            await Task.Delay(20);
        return server;
    }

    /// <summary>The app of <c>Bench/Bolt</c>, whose packages <c>npm ci</c> has brought.</summary>
    public static async Task<Server> Bolt(int leads)
    {
        var own = Directory.CreateTempSubdirectory("bench-bolt-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo("node", [Path.Combine(BoltFolder(), "server.mjs"), Path.Combine(own, "bolt.db"), port.ToString(CultureInfo.InvariantCulture), leads.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["SIGNING_SECRET"] = SlackRequests.Secret, ["NODE_ENV"] = "production" },
        };
        var server = new Server(Process.Start(start)!, own, port);
        while (await server.process.StandardOutput.ReadLineAsync() is { } line && line != "ready")
        {
            // It says what it does until it listens.
        }

        return server;
    }

    public static string BoltFolder()
    {
        for (var above = Directory.GetCurrentDirectory(); above is not null; above = Path.GetDirectoryName(above))
        {
            if (Directory.Exists(Path.Combine(above, "Bench", "Bolt", "node_modules")))
                return Path.Combine(above, "Bench", "Bolt");
        }

        throw new InvalidOperationException("Run npm ci --prefix Bench/Bolt first, and this from within the repository.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
