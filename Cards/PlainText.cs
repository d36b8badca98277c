using System.Globalization;
using AlignmentBot.Cards.Model;
using NodaTime;

namespace AlignmentBot.Cards;

/// <summary>Runs and moments as words alone.</summary>
public static class PlainText
{
    public static string Of(IEnumerable<Run> runs, Reader reader) => string.Concat(runs.Select(run => Of(run, reader)));

    /// <summary>Day and time in a zone, as the language writes them.</summary>
    public static string Of(Instant at, DateTimeZone zone, CultureInfo language) => Texts.For(language).Moment.Format(at.InZone(zone).LocalDateTime);

    /// <summary>The time alone on the day of <paramref name="now"/>, else day and time.</summary>
    public static string Of(Instant at, Instant now, Reader reader) =>
        at.InZone(reader.Zone).Date == now.InZone(reader.Zone).Date
            ? Texts.For(reader.Language).Time.Format(at.InZone(reader.Zone).LocalDateTime)
            : Of(at, reader.Zone, reader.Language);

    /// <summary>The same runs with neighbours joined that look alike, so that what is sent is shorter.</summary>
    internal static IEnumerable<Run> Joined(IEnumerable<Run> runs)
    {
        Run.Plain? open = null;
        foreach (var run in runs)
        {
            if (run is Run.Plain or Run.Person { Notify: false })
            {
                var words = run is Run.Person person ? person.Name : ((Run.Plain)run).Text;
                open = open is null ? new Run.Plain(words) : new Run.Plain(open.Text + words);
                continue;
            }

            if (open is not null)
                yield return open;
            open = null;
            yield return run;
        }

        if (open is not null)
            yield return open;
    }

    internal static string Of(Run run, Reader reader) => run switch
    {
        Run.Plain plain => plain.Text,
        Run.Strong strong => strong.Text,
        Run.Person person => person.Name,
        Run.Channel channel => channel.Name,
        Run.Moment moment => Of(moment.At, moment.Zone, reader.Language),
        Run.Link link => link.Text,
        _ => throw new NotSupportedException($"No words for {run.GetType().Name}."),
    };
}
