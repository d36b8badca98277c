using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string AllPods = "SELECT document FROM pods ORDER BY id";

    private const string PodById = "SELECT document FROM pods WHERE id = ?1";

    private const string UpsertPod = "INSERT INTO pods (id, document) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET document = ?2";

    private const string MembersOfPod = "SELECT document FROM members WHERE pod = ?1";

    private const string MemberById = "SELECT document FROM members WHERE id = ?1";

    private const string MemberByEmail = "SELECT document FROM members WHERE pod = ?1 AND email_key = ?2";

    private const string OtherWithEmail = "SELECT count(*) FROM members WHERE pod = ?1 AND email_key = ?2 AND id <> ?3";

    private const string UpsertMember = """
        INSERT INTO members (id, pod, email_key, document) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET pod = ?2, email_key = ?3, document = ?4
        """;

    public ValueTask<IReadOnlyList<Pod>> Pods(CancellationToken ct) => Read<IReadOnlyList<Pod>>(
        session =>
        {
            using var row = session.Use(AllPods);
            return Documents<Pod>(row);
        },
        ct);

    public ValueTask<Pod?> FindPod(PodId id, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(PodById).Bind(id.Value);
            return row.Read() ? StoreJson.Read<Pod>(row.Utf8(0)) : null;
        },
        ct);

    public async ValueTask SavePod(Pod pod, CancellationToken ct)
    {
        var document = StoreJson.Write(pod);
        await Write(
            session =>
            {
                Readdress(session, pod);
                return session.Use(UpsertPod).Bind(pod.Id.Value).BindUtf8(document).Run();
            },
            ct);
    }

    /// <summary>In the transaction that changes the address, so that nothing is parked between the two.</summary>
    private static void Readdress(SqliteSession session, Pod pod)
    {
        Pod? before;
        using (var row = session.Use(PodById).Bind(pod.Id.Value))
            before = row.Read() ? StoreJson.Read<Pod>(row.Utf8(0)) : null;
        if (before is { SlackChannel: { } slack } && pod.SlackChannel is { } newSlack && newSlack != slack)
            OutboxReturn.Readdress(session, StoredNames.Doors.Of(Door.Slack), slack, newSlack);
        if (before is { TeamsChannel: { } teams } && pod.TeamsChannel is { } newTeams && newTeams != teams)
            OutboxReturn.Readdress(session, StoredNames.Doors.Of(Door.Teams), teams, newTeams);
    }

    public ValueTask<IReadOnlyList<Member>> Members(PodId pod, CancellationToken ct) => Read<IReadOnlyList<Member>>(
        session =>
        {
            using var row = session.Use(MembersOfPod).Bind(pod.Value);
            return [.. Documents<Member>(row)
                .OrderByDescending(member => member.Active)
                .ThenBy(member => member.Name, StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(member => member.Id.Value, StringComparer.Ordinal)];
        },
        ct);

    public ValueTask<Member?> FindMember(MemberId id, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(MemberById).Bind(id.Value);
            return row.Read() ? StoreJson.Read<Member>(row.Utf8(0)) : null;
        },
        ct);

    public ValueTask<Member?> FindMemberByEmail(PodId pod, string email, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(MemberByEmail).Bind(pod.Value).Bind(EmailKey.Of(email));
            return row.Read() ? StoreJson.Read<Member>(row.Utf8(0)) : null;
        },
        ct);

    public async ValueTask SaveMember(Member member, CancellationToken ct)
    {
        var document = StoreJson.Write(member);
        var emailKey = EmailKey.Of(member.Email);
        await Write(session => SaveMember(session, member, emailKey, document), ct);
    }

    private static int SaveMember(SqliteSession session, Member member, string emailKey, byte[] document)
    {
        using (var other = session.Use(OtherWithEmail).Bind(member.Pod.Value).Bind(emailKey).Bind(member.Id.Value))
        {
            if (other.Read() && other.Int(0) > 0)
                throw new DuplicateMemberException($"Another member of pod {member.Pod} has this mail address.");
        }

        return session.Use(UpsertMember).Bind(member.Id.Value).Bind(member.Pod.Value).Bind(emailKey).BindUtf8(document).Run();
    }

    private static List<T> Documents<T>(Statement row)
    {
        var documents = new List<T>();
        while (row.Read())
            documents.Add(StoreJson.Read<T>(row.Utf8(0)));
        return documents;
    }
}
