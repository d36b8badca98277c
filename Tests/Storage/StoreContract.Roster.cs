using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Pods_come_back_as_saved_and_ordered_by_id()
    {
        Assert.Equal([Sample.Other, Sample.Pod], await Store.Pods(Ct));
        Assert.Equal(Sample.Pod, await Store.FindPod(Sample.Pod.Id, Ct));
        Assert.Null(await Store.FindPod(new PodId("nowhere"), Ct));
    }

    [Fact]
    public async Task Saving_a_pod_again_replaces_it()
    {
        var night = new Shift(new LocalTime(22, 0), new LocalTime(6, 0));
        var changed = Sample.Pod with { Name = "Europe", Hours = WorkWeek.Office with { Saturday = [night] }, RequiredFields = [], Language = "de" };
        await Store.SavePod(changed, Ct);

        Assert.Equal(changed, await Store.FindPod(Sample.Pod.Id, Ct));
    }

    [Fact]
    public async Task Members_are_listed_active_first_and_by_name()
    {
        var anna = Named("anna1", "anna@example.com", "anna");
        var gone = Named("aaron1", "aaron@example.com", "Aaron") with { Active = false };
        await Store.SaveMember(gone, Ct);
        await Store.SaveMember(anna, Ct);

        Assert.Equal([anna, Sample.Max, Sample.Rosa, gone], await Store.Members(Sample.Pod.Id, Ct));
        Assert.Empty(await Store.Members(Sample.Other.Id, Ct));
    }

    [Fact]
    public async Task A_member_is_found_by_id_and_by_any_spelling_of_the_mail_address()
    {
        Assert.Equal(Sample.Max, await Store.FindMember(Sample.Max.Id, Ct));
        Assert.Equal(Sample.Rosa, await Store.FindMemberByEmail(Sample.Pod.Id, " Rosa+leads@Example.com", Ct));
        Assert.Null(await Store.FindMemberByEmail(Sample.Other.Id, "rosa@example.com", Ct));
        Assert.Null(await Store.FindMember(new MemberId("nobody"), Ct));
    }

    [Fact]
    public async Task Saving_a_member_again_replaces_all_of_it()
    {
        var moved = Sample.Rosa with { Email = "rosa.b@example.com", Name = "Rosa B.", TimeZone = "Europe/Paris", Hours = WorkWeek.Office, SlackUser = null };
        await Store.SaveMember(moved, Ct);

        Assert.Equal(moved, await Store.FindMember(Sample.Rosa.Id, Ct));
        Assert.Equal(moved, await Store.FindMemberByEmail(Sample.Pod.Id, "rosa.b@example.com", Ct));
        Assert.Null(await Store.FindMemberByEmail(Sample.Pod.Id, "rosa@example.com", Ct));
    }

    [Fact]
    public async Task A_member_keeps_own_holidays_and_days_off()
    {
        var christmas = new DaysOff(new LocalDate(2026, 12, 24), new LocalDate(2027, 1, 2), Sample.Max.Id);
        var ill = new DaysOff(new LocalDate(2026, 11, 23), null, null);
        var away = Sample.Rosa with { Holidays = [new LocalDate(2026, 12, 8)], Off = [christmas, ill] };
        await Store.SaveMember(away, Ct);

        Assert.Equal(away, await Store.FindMember(Sample.Rosa.Id, Ct));
        Assert.Null((await Store.FindMember(Sample.Max.Id, Ct))!.Holidays);
    }

    [Fact]
    public async Task Two_members_of_a_pod_cannot_share_a_mail_address()
    {
        await Assert.ThrowsAsync<DuplicateMemberException>(async () => await Store.SaveMember(Named("rosa2", "ROSA@example.com", "Rosa 2"), Ct));
        Assert.Null(await Store.FindMember(new MemberId("rosa2"), Ct));
    }

    [Fact]
    public async Task The_same_person_in_two_pods_is_two_members()
    {
        var abroad = Named("rosa2", "rosa@example.com", "Rosa") with { Pod = Sample.Other.Id };
        await Store.SaveMember(abroad, Ct);
        Assert.Equal(abroad, await Store.FindMemberByEmail(Sample.Other.Id, "rosa@example.com", Ct));
    }

    [Fact]
    public async Task Keys_come_back_as_saved_in_the_order_of_their_making()
    {
        var later = new ApiKey("k2", "CRM", "ab12", ["leads:read", "leads:write"], Sample.At(2), null);
        var earlier = new ApiKey("k9", "Form", "cd34", ["leads:write"], Sample.At(1), null);
        await Store.SaveKey(later, Ct);
        await Store.SaveKey(earlier, Ct);
        Assert.Equal([earlier, later], await Store.Keys(Ct));

        var revoked = later with { RevokedAt = Sample.At(3) };
        await Store.SaveKey(revoked, Ct);
        Assert.Equal(revoked, await Store.FindKey("k2", Ct));
        Assert.Null(await Store.FindKey("k3", Ct));
    }

    private static Member Named(string id, string email, string name) => new(new MemberId(id), Sample.Pod.Id, email, name, Side.Sales);
}
