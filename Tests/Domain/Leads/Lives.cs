using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>Random sequences of commands by random people, with moments that advance. The seed is fixed, so that every run is the same.</summary>
internal static class Lives
{
    private const int LongestLife = 40;
    private const ulong Seed = 20261120;

    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(Seed, 1);

    /// <summary>Half of the steps are taken by people who may, so that lives get far.</summary>
    private static readonly Gen<Actor> Anybody = Gen.Frequency(
        (3, Gen.Elements(By(Rosa), By(Lena))),
        (2, Gen.Elements(By(Max), By(Mona))),
        (3, Gen.Elements<Actor>([.. Everything.Actors])));

    private static readonly Gen<Member> SomeMember = Gen.Elements<Member>([.. Everybody, Gone, Stranger]);

    private static readonly Gen<Brief> SomeBrief = Gen.Elements(Whole, Partial, new Brief { Email = "ada@example.com", Score = 60 });

    private static readonly Gen<Money?> SomeMoney = Gen.Elements<Money?>(null, SampleLeads.FiftyThousand, new Money(60_000m, "EUR"));

    private static readonly Gen<ValueList<NamedValue>> SomeFields = Gen.Elements<NamedValue>(
            new("email", "ada@example.com"), new("company.name", "Example Ltd"), new("phone", "+44 20 7946 0001"), new("fields.budget", "60k"), new("email", ""), new("none", "x"))
        .ListOf(2).Select(fields => fields.ToValueList());

    private static Gen<Step[]> Steps(Instant start) => Gen.Choose(1, LongestLife)
        .SelectMany(length => Gen.Choose(0, 4 * 60).ArrayOf(length))
        .Select(waits => waits.Aggregate(ValueList<Instant>.Empty, (moments, wait) => moments.Add((moments.Count > 0 ? moments[^1] : start) + Duration.FromSeconds(wait))))
        .SelectMany(moments => Gen.CollectToArray(moments, SomeStep));

    /// <summary>Holds a claim against a thousand lives.</summary>
    public static void All(Action<Life> claim) => Prop
        .ForAll(Arb.From(FirstHandedOver, Shorter), steps => claim(new Life(steps)))
        .Check(Repeatable);

    /// <summary>A thousand lives, for tests that ask what is among them.</summary>
    public static IEnumerable<Life> Sample() => FirstHandedOver.Sample(1_000, new Rnd(Seed, 1), LongestLife).Select(steps => new Life(steps));

    /// <summary>So many lives that begin at this moment.</summary>
    public static IEnumerable<Life> Sample(Instant start, int count, ulong seed) => HandedOverAt(start).Sample(count, new Rnd(seed, 1), LongestLife).Select(steps => new Life(steps));

    private static Gen<Step[]> FirstHandedOver => HandedOverAt(Morning);

    private static Gen<Step[]> HandedOverAt(Instant start) =>
        from brief in SomeBrief
        from reservedFor in Gen.Elements<MemberId?>(null, null, Rosa.Id)
        from steps in Steps(start)
        select steps.Prepend(new Step(new LeadCommand.HandOver(Id, Emea, 1, brief, reservedFor), By(Max), start)).ToArray();

    private static Gen<Step> SomeStep(Instant now) =>
        from command in SomeCommand(now)
        from actor in Anybody
        select new Step(command, actor, now);

    private static Gen<LeadCommand> SomeCommand(Instant now)
    {
        var moment = Gen.Choose(-60, 600).Select(seconds => now - Duration.FromSeconds(seconds / 2));
        return Gen.Frequency(
            (1, SomeBrief.Select(brief => (LeadCommand)new LeadCommand.HandOver(Id, Emea, 1, brief, null))),
            (1, SomeBrief.Select(brief => (LeadCommand)new LeadCommand.Merge(brief))),
            (6, Gen.Constant<LeadCommand>(new LeadCommand.Accept())),
            (2, Gen.Elements(NoBudget, WrongData, Misrouted).Select(why => (LeadCommand)new LeadCommand.Reject(why))),
            (1, Gen.Constant<LeadCommand>(new LeadCommand.Release("On leave"))),
            (3, SomeFields.Select(fields => (LeadCommand)new LeadCommand.Repair(fields))),
            (1, SomeMember.Select(to => (LeadCommand)new LeadCommand.ReOffer(to))),
            (1, Gen.Constant<LeadCommand>(new LeadCommand.ReOffer(null))),
            (1, Gen.Constant<LeadCommand>(new LeadCommand.Recycle(null))),
            (2, SomeMember.Select(to => (LeadCommand)new LeadCommand.Reassign(to))),
            (1, Gen.Constant<LeadCommand>(new LeadCommand.Free())),
            (2, from away in SomeMember from backup in Gen.Elements<Member?>(null, null, Sam) select (LeadCommand)new LeadCommand.Cover(away.Id, backup)),
            (3, Gen.Constant<LeadCommand>(new LeadCommand.Undo())),
            (1, Gen.Constant<LeadCommand>(new LeadCommand.NoteRejection())),
            (2, Gen.Elements(Enum.GetValues<Clause>()).Select(clause => (LeadCommand)new LeadCommand.Snooze(clause, now + Duration.FromHours(1), "In a meeting"))),
            (2, from to in SomeMember from clause in Gen.Elements(Clause.Decide, Clause.FirstContact) select (LeadCommand)new LeadCommand.PassOn(to, clause)),
            (3, moment.Select(at => (LeadCommand)new LeadCommand.Contact(at))),
            (3, moment.Select(at => (LeadCommand)new LeadCommand.Qualify(at))),
            (2, from at in moment from amount in SomeMoney select (LeadCommand)new LeadCommand.OpenOpportunity(at, amount)),
            (1, from at in moment from amount in SomeMoney select (LeadCommand)new LeadCommand.Win(at, amount)),
            (1, moment.Select(at => (LeadCommand)new LeadCommand.Lose(at, "No reply"))),
            (2, Gen.Constant<LeadCommand>(new LeadCommand.Comment("m-1"))));
    }

    private static IEnumerable<Step[]> Shorter(Step[] steps) =>
        Enumerable.Range(1, Math.Max(0, steps.Length - 1)).Select(left => steps.Where((_, index) => index != left).ToArray());
}
