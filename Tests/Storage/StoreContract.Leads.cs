using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task An_unknown_lead_is_null_and_has_no_history()
    {
        Assert.Null(await Store.FindLead(Sample.Id(9), Ct));
        Assert.Empty(await Store.History(Sample.Id(9), Ct));
        Assert.Null(await Store.FindEvent(Sample.Id(9), 1, Ct));
    }

    [Fact]
    public async Task One_event_can_be_read_by_its_number()
    {
        var accept = Sample.Accept(await HandedOver(1));
        await Commit(accept);

        Assert.Equal(accept.Events[0], await Store.FindEvent(Sample.Id(1), 2, Ct));
        Assert.Null(await Store.FindEvent(Sample.Id(1), 3, Ct));
    }

    [Fact]
    public async Task The_open_lead_of_a_person_is_found_by_mail_address()
    {
        await HandedOver(1);
        Assert.Equal(Sample.Id(1), (await Store.FindOpenLead(Sample.Pod.Id, "ada1@example.com", null, Ct))?.Lead.Id);
        Assert.Null(await Store.FindOpenLead(Sample.Pod.Id, "ada2@example.com", "hs-1", Ct));
        Assert.Null(await Store.FindOpenLead(Sample.Other.Id, "ada1@example.com", "hs-1", Ct));
        Assert.Null(await Store.FindOpenLead(Sample.Pod.Id, null, null, Ct));
    }

    [Fact]
    public async Task Where_one_side_has_no_mail_address_the_external_id_finds_the_person()
    {
        await HandedOver(1);
        await Commit(Sample.HandOver(2, brief: Sample.BriefOf(2) with { Email = null }));

        Assert.Equal(Sample.Id(1), (await Store.FindOpenLead(Sample.Pod.Id, null, "hs-1", Ct))?.Lead.Id);
        Assert.Equal(Sample.Id(2), (await Store.FindOpenLead(Sample.Pod.Id, "ada2@example.com", "hs-2", Ct))?.Lead.Id);
    }

    [Fact]
    public async Task A_second_open_lead_of_a_person_is_refused_with_the_first()
    {
        await HandedOver(1);
        var same = Sample.BriefOf(2) with { Email = "  ADA1+webinar@example.com " };

        Assert.Equal(new CommitResult.AlreadyOpen(Sample.Id(1)), await Commit(Sample.HandOver(2, brief: same)));
        Assert.Null(await Store.FindLead(Sample.Id(2), Ct));
    }

    [Fact]
    public async Task A_second_open_lead_with_the_external_id_of_one_without_address_is_refused()
    {
        await Commit(Sample.HandOver(1, brief: Sample.BriefOf(1) with { Email = null }));
        var later = Sample.BriefOf(2) with { ExternalId = "hs-1" };

        Assert.Equal(new CommitResult.AlreadyOpen(Sample.Id(1)), await Commit(Sample.HandOver(2, brief: later)));
        Assert.Equal(new CommitResult.AlreadyOpen(Sample.Id(1)), await Commit(Sample.HandOver(3, brief: later with { Email = null })));
    }

    [Fact]
    public async Task The_same_person_at_another_pod_is_another_lead()
    {
        await HandedOver(1);
        Assert.IsType<CommitResult.Done>(await Commit(Sample.HandOver(2, brief: Sample.BriefOf(1), pod: Sample.Other)));
    }

    [Fact]
    public async Task Once_a_lead_has_ended_the_person_can_come_again()
    {
        await Commit(Sample.Accept(await HandedOver(1)));
        await Commit(Sample.Decided(await Load(1), new LeadCommand.Lose(Sample.At(20), "Chose another"), Sample.Crm, Sample.At(20), Door.Api));

        Assert.Null(await Store.FindOpenLead(Sample.Pod.Id, "ada1@example.com", "hs-1", Ct));
        Assert.IsType<CommitResult.Done>(await Commit(Sample.HandOver(2, brief: Sample.BriefOf(1))));
    }

    [Fact]
    public async Task A_changed_mail_address_that_belongs_to_another_open_lead_is_refused()
    {
        await HandedOver(1);
        var second = await HandedOver(2);
        var repair = new LeadCommand.Repair([new NamedValue(BriefFields.Email, "ada1@example.com")]);

        Assert.Equal(new CommitResult.AlreadyOpen(Sample.Id(1)), await Commit(Sample.Decided(second, repair, Sample.Crm, Sample.At(5), Door.Api)));
        Assert.Equal(second, await Load(2));
    }

    [Fact]
    public async Task A_changed_mail_address_is_the_one_that_finds_the_lead()
    {
        var repair = new LeadCommand.Repair([new NamedValue(BriefFields.Email, "byron@example.com")]);
        await Commit(Sample.Decided(await HandedOver(1), repair, Sample.Crm, Sample.At(5), Door.Api));

        Assert.Equal(Sample.Id(1), (await Store.FindOpenLead(Sample.Pod.Id, "byron@example.com", null, Ct))?.Lead.Id);
        Assert.Null(await Store.FindOpenLead(Sample.Pod.Id, "ada1@example.com", null, Ct));
    }

    [Fact]
    public async Task Twenty_hand_overs_of_one_person_at_once_make_one_lead()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => Commit(Sample.HandOver(i, brief: Sample.BriefOf(1))), Ct)));

        Assert.Single(results.OfType<CommitResult.Done>());
        var winner = Assert.Single(results.OfType<CommitResult.AlreadyOpen>().Select(refused => refused.Lead).Distinct());
        Assert.Equal(winner, (await Store.FindOpenLead(Sample.Pod.Id, "ada1@example.com", null, Ct))?.Lead.Id);
    }

    [Fact]
    public async Task Leads_are_found_by_the_first_letters_of_their_id()
    {
        await Commit(Sample.HandOver(11), Sample.HandOver(12), Sample.HandOver(13), Sample.HandOver(21), Sample.HandOver(14, pod: Sample.Other));

        Assert.Equal([Sample.Id(11), Sample.Id(12)], (await Store.FindLeadsByPrefix(Sample.Pod.Id, "lead00001", 2, Ct)).Select(found => found.Lead.Id));
        Assert.Equal(4, (await Store.FindLeadsByPrefix(Sample.Pod.Id, "lead", 10, Ct)).Count);
        Assert.Empty(await Store.FindLeadsByPrefix(Sample.Pod.Id, "l%", 10, Ct));
    }

    [Fact]
    public async Task A_text_that_people_wrote_comes_back_letter_by_letter()
    {
        var odd = Sample.BriefOf(1) with { FirstName = "Zoë \"<!channel>\" 🐝", LastName = "", Notes = "line\nline\u2028'; DROP TABLE leads;--" };
        await Commit(Sample.HandOver(1, brief: odd));

        Assert.Equal(odd, (await Load(1)).Lead.Brief);
    }
}
