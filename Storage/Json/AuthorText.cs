using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Storage.Json;

/// <summary>The author of an event as one short text, such as <c>member/ab12</c>, so that queries can ask for it.</summary>
internal static class AuthorText
{
    private static readonly string Bot = StoredNames.Authors[typeof(Author.Bot)];
    private static readonly string Member = StoredNames.Authors[typeof(Author.Member)];
    private static readonly string Crm = StoredNames.Authors[typeof(Author.Crm)];

    public static string Of(Author author) => author switch
    {
        Author.Member member => $"{Member}/{member.Id}",
        Author.Crm crm => $"{Crm}/{crm.Key}",
        Author.Bot => Bot,
        _ => throw new NotSupportedException($"No stored form for {author.GetType().Name}."),
    };

    public static Author From(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? text : text[..slash];
        var id = text[(slash + 1)..];
        if (name == Member)
            return new Author.Member(new MemberId(id));
        if (name == Crm)
            return new Author.Crm(id);
        return name == Bot ? Author.Bot.Instance : throw new InvalidDataException($"The store holds an unknown author: {name}.");
    }
}
