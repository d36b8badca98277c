using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Domain.Leads;

public sealed class MeantLeadTests
{
    private static readonly Lead Ada = Lead("k2ada2222", "Ada", "Byron", "Example Ltd");
    private static readonly Lead Ida = Lead("k2ida2222", "Ida", "Byron", "Sample GmbH");
    private static readonly Lead Jo = Lead("k2joe2222", "Jo", null, "Sample GmbH");

    [Theory]
    [InlineData("ada byron called", "k2ada2222")]
    [InlineData("Is K2IDA2222@EXAMPLE.COM right?", "k2ida2222")]
    [InlineData("example ltd wants a demo", "k2ada2222")]
    [InlineData("Ida first, please", "k2ida2222")]
    [InlineData("Ada Byron knows Ida", "k2ada2222")]
    public void One_lead_that_is_named_is_meant(string words, string expected) =>
        Assert.Equal(expected, MeantLead.Find(words, [Ada, Ida, Jo])?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("Byron called")]
    [InlineData("Sample GmbH called")]
    [InlineData("Ada Byron and Ida Byron")]
    [InlineData("Adams called")]
    [InlineData("Jo called")]
    public void None_or_several_or_half_a_word_or_two_letters_mean_nobody(string words) =>
        Assert.Null(MeantLead.Find(words, [Ada, Ida, Jo]));

    private static Lead Lead(string id, string first, string? last, string company) =>
        ((Decision.Happened)LeadDecider.Decide(
            null,
            new LeadCommand.HandOver(new(id), SamplePod.Emea, 1, new Brief { FirstName = first, LastName = last, Email = id + "@example.com", Company = new Company { Name = company } }, null),
            new Actor.Crm("crm"),
            SamplePod.Morning)).Next;
}
