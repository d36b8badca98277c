using System.CommandLine;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>.</summary>
internal static class BackupCommands
{
    public static Command Backup(CommandDesk desk)
    {
        var file = new Argument<string>("FILE") { Description = "The new file; one that exists is never overwritten" };
        var command = new Command("backup", "Copy the store as of one moment, also while the bot runs") { file };
        command.SetAction((parsed, ct) => desk.WithStore(
            SqliteOpen.ReadOnly,
            async store =>
            {
                var path = Path.GetFullPath(parsed.GetRequiredValue(file));
                await store.Backup(path, ct);
                return await desk.Say($"The store {desk.StoragePath} is copied to {path}. To go back to it, stop the bot: restore {path}");
            },
            ct));
        return command;
    }

    public static Command Restore(CommandDesk desk)
    {
        var file = new Argument<string>("FILE") { Description = "A file that backup wrote; it stays as it is" };
        var command = new Command("restore", "Put a backup in the place of the store. Stop the bot first") { file };
        command.SetAction((parsed, ct) => desk.Try(async () =>
        {
            var former = SqliteRestore.Restore(parsed.GetRequiredValue(file), desk.StoragePath);
            var kept = former is null ? "There was no store there before." : $"The former store is kept as {former}.";
            return await desk.Say($"{desk.StoragePath} is restored. {kept} Start the bot again.");
        }));
        return command;
    }
}
