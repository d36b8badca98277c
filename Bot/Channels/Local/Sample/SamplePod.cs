using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Channels.Local.Sample;

/// <summary>The pod with which an empty store starts, so that there is something to try. Every name says that it is made up.</summary>
public static class SamplePod
{
    public static readonly PodId Id = new("sample");

    public static Pod Make(string timeZone) => new(Id, "Sample pod", timeZone)
    {
        RequiredFields = [BriefFields.Email, BriefFields.CompanyName, BriefFields.Phone],
    };

    public static readonly ValueList<Member> Members =
    [
        Person("rosa", "Rosa Rep", Side.Sales),
        Person("sam", "Sam Seller", Side.Sales),
        Person("dina", "Dina Deal", Side.Sales),
        Person("cleo", "Cleo Closer", Side.Sales) with { PodLead = true },
        Person("max", "Max Marketer", Side.Marketing),
        Person("mia", "Mia Media", Side.Marketing),
        Person("bram", "Bram Brand", Side.Marketing) with { PodLead = true },
    ];

    private static Member Person(string name, string fullName, Side side) => new(new MemberId("sample-" + name), Id, name + "@example.com", fullName, side);
}
