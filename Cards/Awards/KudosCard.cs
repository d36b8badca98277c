using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Awards;

/// <summary>A thank-you in the channel, and what a team lead sees when it was reported.</summary>
public static class KudosCard
{
    public static Card Draw(Kudos kudos, Roster roster, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        if (!kudos.Shown)
        {
            var gone = texts[Gone(kudos.State), roster.NameOf(kudos.From, reader), roster.NameOf(kudos.To, reader)];
            return new Card(gone, Tone.Neutral, [new Block.Note([new Run.Plain(gone)])]);
        }

        var line = texts.Runs("kudos.line", new Run.Strong(roster.NameOf(kudos.From, reader)), Person(kudos, roster, reader));
        return new Card(PlainText.Of(line, reader), Tone.Good, [
            new Block.Paragraph(line),
            new Block.Paragraph(texts.Runs("kudos.words", new Run.Plain(TextClean.Of(kudos.Words).Trim()))),
            new Block.Buttons([
                new Button(ActionIds.ReportKudos, texts["kudos.button.report"], kudos.Id, ButtonStyle.Plain, Audience.Everyone.Instance),
                new Button(ActionIds.WithdrawKudos, texts["kudos.button.withdraw"], kudos.Id, ButtonStyle.Plain, new Audience.One(kudos.From)),
            ]),
        ]);
    }

    private static string Gone(KudosState state) => state switch
    {
        KudosState.Reported => "kudos.hidden",
        KudosState.Withdrawn => "kudos.gone",
        KudosState.Removed => "kudos.removed",
        _ => throw new NotSupportedException($"A thank-you that is {state.GetType().Name} is shown."),
    };

    /// <summary>To a team lead: the words, and what can be done with them.</summary>
    public static Card Report(Kudos kudos, Roster roster, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var line = texts["kudos.reported", roster.NameOf(kudos.From, reader), roster.NameOf(kudos.To, reader)];
        var blocks = new List<Block> { new Block.Status(kudos.State is KudosState.Reported ? Tone.Warning : Tone.Neutral, [new Run.Plain(line)]) };
        if (kudos.State is KudosState.Reported)
        {
            blocks.Add(new Block.Paragraph(texts.Runs("kudos.words", new Run.Plain(TextClean.Of(kudos.Words).Trim()))));
            blocks.Add(new Block.Note(texts.Runs("kudos.is_hidden")));
            blocks.Add(new Block.Buttons([
                new Button(ActionIds.PutBackKudos, texts["kudos.button.put_back"], kudos.Id, ButtonStyle.Primary, Audience.PodLeads.Instance),
                new Button(ActionIds.RemoveKudos, texts["kudos.button.remove"], kudos.Id, ButtonStyle.Danger, Audience.PodLeads.Instance),
            ]));
        }
        else
        {
            blocks.Add(new Block.Paragraph(texts.Runs(kudos.Shown ? "kudos.is_back" : "kudos.is_gone")));
        }

        return new Card(line, Tone.Warning, [.. blocks]);
    }

    public static string Refusal(KudosRefusal refusal, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return refusal switch
        {
            KudosRefusal.ToOneself => texts["kudos.no.oneself"],
            KudosRefusal.SameSide => texts["kudos.no.same_side"],
            KudosRefusal.NobodyHere => texts["kudos.no.nobody"],
            KudosRefusal.NoWords => texts["kudos.no.words"],
            KudosRefusal.TooLong => texts["kudos.no.too_long", Kudos.WordsLimit],
            KudosRefusal.EnoughToday => texts["kudos.no.enough", Kudos.PerDay],
            KudosRefusal.NotYours => texts["kudos.no.not_yours"],
            KudosRefusal.PodLeadsOnly => texts["kudos.no.pod_leads"],
            KudosRefusal.Gone => texts["kudos.no.gone"],
        };
    }

    private static Run Person(Kudos kudos, Roster roster, Reader reader) => roster.Find(kudos.To) is { } member
        ? new Run.Person(member.Name, member.SlackUser, member.TeamsUser, Notify: true)
        : new Run.Plain(roster.NameOf(kudos.To, reader));
}
