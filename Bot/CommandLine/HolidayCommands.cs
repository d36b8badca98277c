using System.CommandLine;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using NodaTime;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>holidays list</c>, <c>holidays import</c>, <c>holidays add</c>, <c>holidays remove</c>.</summary>
internal static class HolidayCommands
{
    private static readonly Texts Words = Texts.For(Reader.Unknown.Language);

    public static Command Make(CommandDesk desk) => new("holidays", "Days on which a pod does not work") { List(desk), Import(desk), Add(desk), Remove(desk) };

    private static Option<string> Pod() => Checked.Option("--pod", "Id of the pod", RosterRules.PodId, required: true);

    private static Command List(CommandDesk desk)
    {
        var pod = Pod();
        var command = new Command("list", "Show a pod's holidays, one per line") { pod };
        command.SetAction((parsed, ct) => With(desk, parsed.GetRequiredValue(pod), async (_, found) =>
        {
            foreach (var day in found.Holidays.Order())
                await desk.Say(Iso(day));
            return found.Holidays.Count > 0 ? BotCommandLine.Done : await desk.Say($"Pod {found.Id} has no holidays. Add some: holidays import FILE --pod {found.Id}");
        }, ct));
        return command;
    }

    private static Command Import(CommandDesk desk)
    {
        var file = new Argument<string>("FILE") { Description = "An iCalendar file (.ics), or a text with one day per line such as 2026-12-25" };
        var pod = Pod();
        var replace = new Option<bool>("--replace") { Description = "Instead of the holidays that lie ahead, and not beside them" };
        var command = new Command("import", "Take holidays from a calendar: its whole-day events of this year and the next two. When a line is wrong, nothing is imported") { file, pod, replace };
        command.SetAction((parsed, ct) => With(desk, parsed.GetRequiredValue(pod), async (store, found) =>
        {
            var text = await File.ReadAllTextAsync(parsed.GetRequiredValue(file), ct);
            return await Read(desk, store, found, text, (days, today) => parsed.GetValue(replace) ? HolidayChange.Replace(found, days, today) : HolidayChange.Add(found, days), ct);
        }, ct));
        return command;
    }

    private static Command Add(CommandDesk desk) => OneByOne(desk, "add", "Add days", (pod, days) => HolidayChange.Add(pod, days));

    private static Command Remove(CommandDesk desk) => OneByOne(desk, "remove", "Take days away", (pod, days) => HolidayChange.Remove(pod, days));

    private static Command OneByOne(CommandDesk desk, string name, string description, Func<Pod, ValueList<LocalDate>, HolidayChange> change)
    {
        var days = new Argument<string[]>("DAY") { Description = "Days such as 2026-12-25, or stretches such as 2026-12-24..2026-12-31", Arity = ArgumentArity.OneOrMore };
        var pod = Pod();
        var command = new Command(name, description) { days, pod };
        command.SetAction((parsed, ct) => With(
            desk, parsed.GetRequiredValue(pod), (store, found) => Read(desk, store, found, string.Join('\n', parsed.GetRequiredValue(days)), (read, _) => change(found, read), ct), ct));
        return command;
    }

    private static Task<int> With(CommandDesk desk, string pod, Func<IStore, Pod, Task<int>> work, CancellationToken ct) => desk.WithStore(
        SqliteOpen.Visitor,
        async store => await store.FindPod(new PodId(pod), ct) is { } found ? await work(store, found) : await desk.Refuse((await RosterConflicts.NoPod(store, new PodId(pod), ct))!),
        ct);

    private static async Task<int> Read(CommandDesk desk, IStore store, Pod pod, string text, Func<ValueList<LocalDate>, LocalDate, HolidayChange> change, CancellationToken ct)
    {
        var today = desk.Now.InZone(pod.Zone).Date;
        switch (HolidayPaste.Read(text, today, Words))
        {
            case HolidaysRead.Wrong wrong:
                return await desk.Refuse(wrong.Sentence + " Nothing was changed.");
            case HolidaysRead.Fine fine:
                var done = change(fine.Days, today);
                if (done.Pod.Holidays.Count > HolidayPaste.Most)
                    return await desk.Refuse(Words["holidays.error.too_many", HolidayPaste.Most]);
                await store.SavePod(done.Pod, ct);
                var leftOut = fine.LeftOut > 0 ? " " + Words.Count("holidays.left_out", fine.LeftOut) : string.Empty;
                return await desk.Say($"Pod {pod.Id}: {done.Added} added, {done.Removed} removed, {done.Pod.Holidays.Count} holidays.{leftOut}");
            default:
                throw new NotSupportedException("Holidays are read, or something is wrong with them.");
        }
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
