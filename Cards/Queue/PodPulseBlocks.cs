using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Queue;

/// <summary>A pod at a glance, for its team leads.</summary>
internal static class PodPulseBlocks
{
    private const int MostReps = 20;

    public static IEnumerable<Block> Draw(PodPulse pulse, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        yield return new Block.Paragraph([new Run.Strong(texts["queue.pulse"])]);
        var facts = new List<Fact>();
        if (pulse.States.Count > 0)
            facts.Add(new Fact(texts["queue.pulse_states"], [new Run.Plain(string.Join(" · ", pulse.States.Select(state => texts["queue.pulse_count", texts["state." + state.State], state.Count])))]));
        if (pulse.OldestWaiting is { Lead: var oldest })
        {
            facts.Add(new Fact(texts["queue.pulse_oldest"], texts.Runs(
                "queue.pulse_since", new Run.Strong(LeadWords.Title(oldest, texts)), new Run.Moment(Since(oldest), reader.Zone))));
        }

        if (pulse.Reps.Count > 0)
            facts.Add(new Fact(texts["queue.pulse_reps"], [new Run.Plain(string.Join(" · ", pulse.Reps.Take(MostReps).Select(load => texts["queue.pulse_count", load.IsAway ? texts["away.mark", load.Rep.Name] : load.Rep.Name, load.Count])))]));
        yield return facts.Count > 0 ? new Block.Facts(facts.ToValueList()) : new Block.Paragraph(texts.Runs("queue.pulse_quiet"));
    }

    private static NodaTime.Instant Since(Lead lead) => lead.State is LeadState.Offered offered ? offered.Since : lead.HandedOverAt;
}
