using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Tests.Cards;

/// <summary>The forms and the result of set-up by chat, and those of handing over and adding by hand.</summary>
internal static class SampleSetups
{
    public static readonly SetupDraft New = new("C0EMEA", "#emea-leads", IsNew: true, null, "Europe/Amsterdam", [new Option("S1", "Sales EMEA (@sales)"), new Option("S2", "Marketing (@marketing)")]);

    public static readonly SetupDraft Change = new("C0EMEA", "#emea-leads", IsNew: false, "EMEA", "Europe/Amsterdam", [])
    {
        Sales = new SideDraft(null, ["U0ROSA", "U0SAM"]),
        Marketing = new SideDraft(null, ["U0MAX"]),
        PodLeads = ["U0SAM"],
        Fault = "Nobody can be on both sides. Please leave Rosa on one of them.",
    };

    public static readonly SetupResult Finished = new(
        Sample.Pod with { SlackChannel = "C0EMEA" },
        Door.Slack,
        "#emea-leads",
        [Sample.Rosa, Sample.Tina, Sample.Max, Sample.Mona, Sample.Gone],
        [new LeftOut("Sparky", LeftOutReason.Bot), new LeftOut("Gina", LeftOutReason.Guest), new LeftOut("Otto", LeftOutReason.Outsider), new LeftOut("Ned", LeftOutReason.NoEmail), new LeftOut("Ida", LeftOutReason.Gone), new LeftOut("Twin", LeftOutReason.SameEmail)],
        ["Gil"]);

    public static readonly SetupResult FinishedInTeams = Finished with { Pod = Sample.Pod with { TeamsChannel = "19:emea@thread.tacv2" }, Door = Door.Teams, Room = "#Revenue / Leads" };

    public static readonly Form HandOver = HandOverForm.Draw([Sample.Pod with { RequiredFields = ["email", "company.name", "fields.budget"] }], [Sample.Rosa, Sample.Sam], Sample.Everyone);

    public static readonly Form HandOverOfTwo = HandOverForm.Draw(
        [Sample.Pod, SampleQueues.Apac], [Sample.Rosa, Sample.Sam with { Pod = SampleQueues.Apac.Id }], Sample.Everyone);

    public static readonly Form Add = AdditionForm.Draw("C0123:1790000000.000100", [new Option("ab12cd34ef", "Ada Byron, Example Ltd"), new Option("gh56jk78mn", "Bob, Example & Sons", "APAC")], Sample.Everyone);
}
