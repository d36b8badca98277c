using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Intake.Answers;
using AlignmentBot.Bot.Intake.Problems;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Intake.Endpoints;

/// <summary><c>GET /api/leads/{id}</c> and <c>GET /api/leads</c>.</summary>
public sealed class LeadQueries(IStore store, Rosters rosters, Calls calls, BotClock clock)
{
    public async Task<IResult> One(HttpContext http, string id, CancellationToken ct)
    {
        if (await store.FindLead(new LeadId(id), ct) is not { } stored)
            return Problem.NoSuchLead(id);
        var pod = await rosters.Find(stored.Lead.Pod, ct) ?? throw new InvalidOperationException($"Lead {id} belongs to pod {stored.Lead.Pod}, which is not stored.");
        var history = await store.History(stored.Lead.Id, ct);
        return TypedResults.Json(LeadAnswers.Detail(stored.Lead, pod, UrlOf(http, stored.Lead), history, clock.Now), ApiJson.Options);
    }

    public async Task<IResult> List(HttpContext http, CancellationToken ct)
    {
        var pods = await store.Pods(ct);
        var (query, errors) = ListParameters.Read(http.Request.Query, pods.Select(pod => pod.Id.Value).ToList());
        if (errors.Count > 0)
            return Problem.WrongQuery(errors);

        var page = await store.ListLeads(query, ct);
        var known = new Dictionary<PodId, Roster>();
        var leads = new List<LeadSummary>(page.Leads.Count);
        foreach (var stored in page.Leads)
        {
            if (!known.TryGetValue(stored.Lead.Pod, out var roster))
                known[stored.Lead.Pod] = roster = new Roster(await store.Members(stored.Lead.Pod, ct));
            leads.Add(LeadAnswers.Summary(stored.Lead, roster, UrlOf(http, stored.Lead)));
        }

        return TypedResults.Json(new LeadList(leads) { Next = page.Next is { } next ? CursorText.Write(next) : null }, ApiJson.Options);
    }

    private string UrlOf(HttpContext http, Lead lead) => new IntakeCall(Calls.Holder(http), calls.UrlOf(http), null).UrlOf(lead.Id);
}
