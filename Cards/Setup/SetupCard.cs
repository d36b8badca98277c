using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Setup;

/// <summary>A pod as it was set up, shown as it will be used.</summary>
public static class SetupCard
{
    public static Card Draw(SetupResult result, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var pod = result.Pod;
        var done = texts["setup.done", pod.Name];
        var facts = new List<Fact>
        {
            new(texts["setup.channel"], [new Run.Channel(result.Room, pod.SlackChannel)]),
            new(texts["setup.sales"], [new Run.Plain(Names(result.Roster, Side.Sales, texts))]),
            new(texts["setup.marketing"], [new Run.Plain(Names(result.Roster, Side.Marketing, texts))]),
            new(texts["setup.time_zone"], [new Run.Plain(pod.TimeZone)]),
            new(texts["setup.hours"], [new Run.Plain(HoursWords.Of(pod.Hours, texts))]),
            new(texts["setup.needs"], [new Run.Plain(LeadWords.Fields(pod.RequiredFields, texts))]),
        };
        var blocks = new List<Block> { new Block.Heading(pod.Name), new Block.Status(Tone.Good, [new Run.Plain(done)]), new Block.Facts(facts.ToValueList()) };
        if (Remarks(result, texts).ToList() is { Count: > 0 } remarks)
            blocks.Add(new Block.Bullets(remarks.Select(ValueList<Run> (remark) => [new Run.Plain(remark)]).ToValueList()));
        blocks.Add(new Block.Buttons([
            new Button(ActionIds.TestLead, texts["button.setup_test"], pod.Id.Value, ButtonStyle.Primary, Audience.Everyone.Instance),
            new Button(ActionIds.SetupForm, texts["button.setup_change"], pod.Id.Value, ButtonStyle.Plain, Audience.Everyone.Instance),
        ]));
        return new Card(done, Tone.Good, blocks.ToValueList());
    }

    private static string Names(IEnumerable<Member> roster, Side side, Texts texts) => string.Join(", ", roster
        .Where(member => member.Active && member.Side == side)
        .OrderByDescending(member => member.PodLead)
        .ThenBy(member => member.Name, StringComparer.Ordinal)
        .Select(member => member.PodLead ? texts["setup.lead_mark", member.Name] : member.Name));

    private static IEnumerable<string> Remarks(SetupResult result, Texts texts)
    {
        foreach (var left in result.LeftOut)
            yield return texts[Key(left.Why, result.Door), left.Name];
        if (result.Removed.Count > 0)
            yield return texts["setup.removed", string.Join(", ", result.Removed)];
    }

    private static string Key(LeftOutReason why, Door door) => why switch
    {
        LeftOutReason.Guest => "setup.left_out.guest",
        LeftOutReason.Outsider => "setup.left_out.outsider",
        LeftOutReason.Bot => "setup.left_out.bot",
        LeftOutReason.Gone => "setup.left_out.gone",
        LeftOutReason.NoEmail => NoEmailKey(door),
        LeftOutReason.SameEmail => "setup.left_out.same_email",
    };

    /// <summary>Each platform hides mail addresses for reasons of its own, and another person puts it right.</summary>
    private static string NoEmailKey(Door door) => door switch
    {
        Door.Slack => "setup.left_out.no_email.slack",
        Door.Teams => "setup.left_out.no_email.teams",
        Door.Local or Door.Api or Door.Timer => "setup.left_out.no_email",
    };
}

/// <summary>What a set-up led to.</summary>
/// <param name="Door">Where it was set up.</param>
/// <param name="Roster">The pod's members as they are now.</param>
/// <param name="Removed">Names of those who left the roster by it.</param>
public sealed record SetupResult(Pod Pod, Door Door, string Room, ValueList<Member> Roster, ValueList<LeftOut> LeftOut, ValueList<string> Removed);

/// <summary>Somebody who was chosen and cannot be on a roster.</summary>
public sealed record LeftOut(string Name, LeftOutReason Why);

public enum LeftOutReason
{
    Guest,
    Outsider,
    Bot,
    Gone,
    NoEmail,
    SameEmail,
}
