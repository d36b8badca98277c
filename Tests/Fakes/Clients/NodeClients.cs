using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AlignmentBot.Tests.Layout;

namespace AlignmentBot.Tests.Fakes.Clients;

/// <summary>
/// Clients and emulators that others wrote, brought by <c>npm ci</c> in <c>Tests/Clients</c>. Without them their tests are skipped, unless
/// ALIGNMENTBOT_REQUIRE_CLIENTS=1 says that this is a fault.
/// </summary>
public static class NodeClients
{
    private const string RequiredBy = "ALIGNMENTBOT_REQUIRE_CLIENTS";

    private static readonly string Modules = Path.Combine(RepositoryRoot.Path, "Tests", "Clients", "node_modules");

    /// <summary>Starts a script of a package. The caller ends the process.</summary>
    /// <param name="script">Below the package's folder, such as <c>dist/index.js</c>.</param>
    public static Process Start(string package, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(FileOf("node", "bin/node"), [FileOf(package, script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        return Process.Start(start)!;
    }

    /// <summary>Where a file of a package stands.</summary>
    public static string FileOf(string package, string file)
    {
        var path = Path.Combine(Modules, package, file);
        if (!File.Exists(path))
            Miss($"{package} is not there. Run: npm ci --prefix Tests/Clients");
        return path;
    }

    /// <summary>A port of loopback that nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Miss(string what)
    {
        if (Environment.GetEnvironmentVariable(RequiredBy) == "1")
            Assert.Fail(what);
        Assert.Skip(what);
    }
}
