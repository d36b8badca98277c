using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Review;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Review;

/// <summary><c>/mql dashboard</c> gives a member the way into the pages, and <c>/mql dashboard close</c> closes it everywhere.</summary>
public sealed class DashboardCommand(IStore store, SignInLinks links)
{
    private const string Close = "close";

    public async Task<Answer> Run(CommandCall call, CancellationToken ct)
    {
        if (call.Member is not { Active: true } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        var texts = Texts.For(call.Reader.Language);
        if (string.Equals(call.Rest, Close, StringComparison.OrdinalIgnoreCase))
            return new Answer.Say(texts.Count("dashboard.closed", await store.CloseWebSessionsOf(member.Id, ct)), Tone.Good);
        if (call.Rest.Length > 0)
            return new Answer.Say(texts["dashboard.usage"], Tone.Warning);
        return await links.Make(member, ct) is { } address
            ? new Answer.Show(DashboardLinkCard.Draw(call.Pod, address, (int)SignInLinks.Lasts.TotalMinutes, call.Reader))
            : new Answer.Say(texts["dashboard.link.no_address"], Tone.Warning);
    }
}
