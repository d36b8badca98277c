using System.Text;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage.Json;
using AlignmentBot.Tests.Domain.Leads;
using AlignmentBot.Tests.Layout;

namespace AlignmentBot.Tests.Storage;

/// <summary>The stored form of leads, facts and rosters, which outlives the code that wrote it.</summary>
public sealed class StoredDocumentTests
{
    public static TheoryData<string> StoredFacts => Lines("facts.jsonl");

    public static TheoryData<string> StoredLeads => Lines("leads.jsonl");

    [Fact]
    public void Every_member_of_a_stored_family_has_a_name_of_its_own()
    {
        foreach (var (family, names) in StoredNames.RecordFamilies)
        {
            var members = family.GetNestedTypes().Where(type => type.IsSubclassOf(family)).ToHashSet();
            Assert.Equal(members, names.Keys.ToHashSet());
            Assert.Equal(names.Count, names.Values.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Every_stored_enum_names_all_its_values()
    {
        Assert.All(Enum.GetValues<Door>(), door => Assert.Equal(door, StoredNames.Doors.From(StoredNames.Doors.Of(door))));
        Assert.All(Enum.GetValues<Clause>(), clause => Assert.Equal(clause, StoredNames.Clauses.From(StoredNames.Clauses.Of(clause))));
        Assert.All(Enum.GetValues<Side>(), side => Assert.Equal(side, StoredNames.Sides.From(StoredNames.Sides.Of(side))));
        Assert.All(Enum.GetValues<WhoseHours>(), hours => Assert.Equal(hours, StoredNames.WhoseHours.From(StoredNames.WhoseHours.Of(hours))));
        Assert.All(Enum.GetValues<StepWho>(), who => Assert.Equal(who, StoredNames.StepWho.From(StoredNames.StepWho.Of(who))));
        Assert.All(Enum.GetValues<StepHow>(), how => Assert.Equal(how, StoredNames.StepHow.From(StoredNames.StepHow.Of(how))));
        Assert.All(Enum.GetValues<StepWhat>(), what => Assert.Equal(what, StoredNames.StepWhat.From(StoredNames.StepWhat.Of(what))));
        Assert.All(Enum.GetValues<ProposalState>(), state => Assert.Equal(state, StoredNames.ProposalStates.From(StoredNames.ProposalStates.Of(state))));
        Assert.All(Enum.GetValues<RejectionFamily>(), family => Assert.Equal(family, StoredNames.Families.From(StoredNames.Families.Of(family))));
    }

    [Fact]
    public void A_lead_in_every_state_comes_back_equal() => Assert.All(Everything.Leads, lead => Assert.Equal(lead, Again(lead)));

    [Fact]
    public void Every_fact_comes_back_equal() => Assert.All(Everything.Facts, fact => Assert.Equal(fact, Again(fact)));

    [Fact]
    public void Every_author_comes_back_equal() => Assert.All(
        Everything.Actors.Select(actor => actor.Author), author => Assert.Equal(author, AuthorText.From(AuthorText.Of(author))));

    [Theory]
    [MemberData(nameof(StoredFacts))]
    public void A_fact_stored_earlier_is_read_whole(string json) => Assert.Equal(json, Text(Read<LeadFact>(json)));

    [Theory]
    [MemberData(nameof(StoredLeads))]
    public void A_lead_stored_earlier_is_read_whole(string json) => Assert.Equal(json, Text(Read<Lead>(json)));

    [Fact]
    public void A_document_of_every_fact_and_state_is_kept_as_an_example()
    {
        var facts = StoredFacts.Select(row => StoredNames.Facts[Read<LeadFact>(row.Data).GetType()]);
        var states = StoredLeads.Select(row => StateNames.Of(Read<Lead>(row.Data).State));

        Assert.Equal(StoredNames.Facts.Values.ToHashSet(StringComparer.Ordinal), facts.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(StateNames.All.ToHashSet(StringComparer.Ordinal), states.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_newer_version_added_is_passed_over()
    {
        Assert.Equal(new LeadFact.Released("Holiday"), Read<LeadFact>("""{"until":{"a":[1]},"is":"released","reason":"Holiday","mood":null}"""));
        Assert.Equal(new Activity(Sample.Monday, "call", null), Read<Activity>("""{"at":"2026-11-23T09:00:00Z","kind":"call","minutes":5}"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"is":"accepted"}x""")]
    [InlineData("""{"is":"never_heard_of"}""")]
    [InlineData("""{"by":"rosa1"}""")]
    [InlineData("""{"is":"repaired","fields":"none"}""")]
    [InlineData("""{"is":"repaired","fields":[null]}""")]
    public void A_damaged_document_is_named_as_such(string json) => Assert.Throws<InvalidDataException>(() => Read<LeadFact>(json));

    private static T Again<T>(T value) => StoreJson.Read<T>(StoreJson.Write(value));

    private static T Read<T>(string json) => StoreJson.Read<T>(Encoding.UTF8.GetBytes(json));

    private static string Text<T>(T value) => Encoding.UTF8.GetString(StoreJson.Write(value));

    private static TheoryData<string> Lines(string name) => [.. File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "Tests", "Golden", "Storage", name))];
}
