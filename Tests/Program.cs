using AlignmentBot.Tests.Storage;
using Xunit.Runner.InProc.SystemConsole;

namespace AlignmentBot.Tests;

/// <summary>Starts the test runner, or the process that a test starts in order to kill it.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => args is [CrashWriter.Command, var file]
        ? CrashWriter.Run(file)
        : ConsoleRunner.Run(args);
}
