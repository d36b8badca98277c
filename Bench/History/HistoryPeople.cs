using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Bench.History;

/// <summary>The pod of the sample history, and how its people work. Each of the habits that the fairness figures look for is somebody's.</summary>
internal static class HistoryPeople
{
    public static readonly Pod Pod = new(new PodId("emea"), "EMEA", "Europe/Amsterdam")
    {
        Holidays = [new LocalDate(2026, 12, 25), new LocalDate(2026, 12, 26)],
    };

    /// <summary>By how likely each takes the next lead.</summary>
    public static readonly ValueList<RepHabit> Reps =
    [
        new(Rep("rosa", "Rosa")) { Takes = 1.2, DecideMinutes = 18, ContactHours = 1.2, Closes = 1.25 },
        new(Rep("sam", "Sam")) { DecideMinutes = 25, ContactHours = 1.6 },
        new(Rep("lena", "Lena") with { PodLead = true }) { Takes = 0.5, DecideMinutes = 30, Closes = 1.1 },
        new(Rep("ines", "Ines")) { DecideMinutes = 35, ContactHours = 2.2 },

        // Takes what looks big, and leaves the rest.
        new(Rep("theo", "Theo")) { Takes = 1.3, PicksBig = true, DecideMinutes = 12, Closes = 1.1 },

        // Takes nearly everything, tries once, gives up soon.
        new(Rep("vera", "Vera")) { Takes = 1.5, Accepts = 0.97, ContactHours = 7, GivesUp = true, Closes = 0.4 },

        // Decides just before the hour is over.
        new(Rep("jon", "Jon")) { DecideMinutes = 55, AtTheLastMinute = true },

        // Now and then turns down what has gathered, all at once.
        new(Rep("nils", "Nils")) { Takes = 0.8, Accepts = 0.55, RejectsAtOnce = true, DecideMinutes = 40 },
    ];

    public static readonly ValueList<Member> Marketers =
        [Marketer("max", "Max"), Marketer("mia", "Mia"), Marketer("mona", "Mona") with { PodLead = true }, Marketer("omar", "Omar")];

    public static IEnumerable<Member> Everybody => Reps.Select(rep => rep.Member).Concat(Marketers);

    private static Member Rep(string id, string name) => new(new MemberId(id), Pod.Id, $"{id}@example.com", name, Side.Sales);

    private static Member Marketer(string id, string name) => new(new MemberId(id), Pod.Id, $"{id}@example.com", name, Side.Marketing);
}

/// <summary>How one rep works.</summary>
internal sealed record RepHabit(Member Member)
{
    /// <summary>How likely this rep takes the next lead, against the others.</summary>
    public double Takes { get; init; } = 1;

    /// <summary>Chance to accept an average lead.</summary>
    public double Accepts { get; init; } = 0.78;

    /// <summary>Median of the working minutes to decide.</summary>
    public double DecideMinutes { get; init; } = 30;

    /// <summary>Median of the working hours from accepting to first contact.</summary>
    public double ContactHours { get; init; } = 2;

    /// <summary>How well this rep converts, against the others.</summary>
    public double Closes { get; init; } = 1;

    public bool PicksBig { get; init; }

    public bool GivesUp { get; init; }

    public bool AtTheLastMinute { get; init; }

    public bool RejectsAtOnce { get; init; }
}
