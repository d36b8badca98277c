using AlignmentBot.Bot.CommandLine;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Runs the bot and turns what keeps it from starting into sentences.</summary>
public static class Entry
{
    public const int Refused = 1;

    public static async Task<int> Run(string[] args)
    {
        if (BotCommandLine.IsCommand(args))
            return await BotCommandLine.Run(args, Console.Out, Console.Error, CancellationToken.None);
        try
        {
            await using var app = await BotHost.Build(args, CancellationToken.None);
            await app.RunAsync();
            return 0;
        }
        catch (StartupFaultException faults)
        {
            foreach (var fault in faults.Faults)
                await Console.Error.WriteLineAsync(fault);
            return Refused;
        }
        catch (InvalidDataException unreadable)
        {
            await Console.Error.WriteLineAsync($"The configuration cannot be read: {unreadable.InnerException?.Message ?? unreadable.Message}");
            return Refused;
        }
        catch (StoreRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return Refused;
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{busy.Message} Is the bot running already? Choose another address with --urls http://127.0.0.1:PORT.");
            return Refused;
        }
    }
}
