using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Proves a pod by a lead that everybody recognises as a test.</summary>
public sealed class TestLeads(SetupGate gate, Rosters rosters, LeadDesk desk, WorkplaceSet workplaces)
{
    /// <summary>Under this name the history keeps who handed it over.</summary>
    private const string System = "set-up test";

    private static readonly Texts First = Texts.For(Reader.Unknown.Language);

    public async Task<Answer> Post(Click click, CancellationToken ct)
    {
        if (workplaces.Find(click.Who.Door) is not { } workplace)
            return new Answer.Say(First["setup.not_here"], Tone.Warning);
        return (await rosters.Find(new PodId(click.Value), ct))?.Pod.ConversationAt(workplace.Door) is { } conversation
            ? new Answer.Later(First["setup.test_title"], WorkplaceAnswers.Guarded(First, async later => await gate.Check(workplace, click.Who, conversation, later) switch
            {
                SetupVisit.Granted { Pod: { } pod } visit => await HandOver(pod, click, visit.Reader, later),
                SetupVisit.Granted => new Answer.Say(First["setup.gone"], Tone.Warning),
                SetupVisit.Refused refused => refused.Why,
                _ => throw new NotSupportedException("A visit is granted or refused."),
            }))
            : new Answer.Say(First["setup.gone"], Tone.Warning);
    }

    private async Task<Answer> HandOver(PodRoster here, Click click, Reader reader, CancellationToken ct)
    {
        var texts = Texts.For(reader.Language);
        var command = new LeadCommand.HandOver(NewIds.Lead(), here.Pod, 1, Brief(here, texts), null);
        Answer.Say Said(LeadView view) => new(
            texts[view.Lead.Id == command.Id ? "setup.test_done" : "setup.test_again", LeadWords.Title(view.Lead, texts), view.Pod.Name], Tone.Good);
        var request = new LeadRequest(click.Who.Door, new Caller.Crm(System), command, click.Delivery, view => StoredAnswer.Write(Said(view)));
        return await desk.HandOver(command, request, ct) switch
        {
            DeskResult.Done done => Said(done.View),
            var other => LeadAnswers.Of(other, click.Who),
        };
    }

    /// <summary>Carries everything that the pod requires, so that sales is asked at once.</summary>
    private static Brief Brief(PodRoster here, Texts texts)
    {
        var brief = new Brief
        {
            FirstName = "Test",
            LastName = "Lead",
            Title = "Head of Trials",
            Email = $"test.lead+{here.Pod.Id}@example.com",
            Phone = "+44 20 7946 0000",
            Company = new Company("Example Ltd", "example.com", "Software", 250, "GB"),
            Source = System,
            Score = 50,
            Notes = texts["setup.test_notes"],
        };
        return BriefFields.Missing(brief, here.Pod.RequiredFields)
            .Aggregate(brief, (filled, name) => BriefFields.Set(filled, name, name == "marketer" ? "marketing@example.com" : "Test"));
    }
}
