using AlignmentBot.Domain;
using AlignmentBot.Storage.Json;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Links into the dashboard and the sessions they open.</summary>
internal static class AccessTable
{
    // Index: sign_in_links_end.
    private const string ForgetLinks = "DELETE FROM sign_in_links WHERE ends_at < ?1";

    private const string InsertLink = "INSERT INTO sign_in_links (hash, member, ends_at, used_at) VALUES (?1, ?2, ?3, ?4)";

    private const string LinkByHash = "SELECT hash, member, ends_at, used_at FROM sign_in_links WHERE hash = ?1";

    private const string UseLink = "UPDATE sign_in_links SET used_at = ?2 WHERE hash = ?1 AND used_at IS NULL AND ends_at > ?2";

    // Index: web_sessions_end.
    private const string ForgetSessions = "DELETE FROM web_sessions WHERE ends_at < ?1";

    private const string InsertSession = "INSERT INTO web_sessions (hash, members, opened_at, ends_at) VALUES (?1, ?2, ?3, ?4)";

    private const string SessionByHash = "SELECT hash, members, opened_at, ends_at FROM web_sessions WHERE hash = ?1";

    private const string DeleteSession = "DELETE FROM web_sessions WHERE hash = ?1";

    private const string DeleteSessionsOf =
        "DELETE FROM web_sessions WHERE EXISTS (SELECT 1 FROM json_each(web_sessions.members) WHERE json_each.value = ?1)";

    public static int Save(SqliteSession session, SignInLink link, Instant now)
    {
        session.Use(ForgetLinks).Bind(now - SignInLink.KeptAfterEnd).Run();
        return session.Use(InsertLink).Bind(link.Hash).Bind(link.Member.Value).Bind(link.EndsAt).Bind(link.UsedAt).Run();
    }

    public static SignInLink? FindLink(SqliteSession session, string hash)
    {
        using var row = session.Use(LinkByHash).Bind(hash);
        return row.Read() ? new SignInLink(row.Text(0), new MemberId(row.Text(1)), row.Instant(2), row.InstantOrNull(3)) : null;
    }

    public static bool Use(SqliteSession session, string link, WebSession opened)
    {
        if (session.Use(UseLink).Bind(link).Bind(opened.OpenedAt).Run() == 0)
            return false;
        Open(session, opened);
        return true;
    }

    public static int Open(SqliteSession session, WebSession opened)
    {
        session.Use(ForgetSessions).Bind(opened.OpenedAt).Run();
        return session.Use(InsertSession)
            .Bind(opened.Hash).BindUtf8(StoreJson.Write(opened.Members)).Bind(opened.OpenedAt).Bind(opened.EndsAt).Run();
    }

    public static WebSession? FindSession(SqliteSession session, string hash)
    {
        using var row = session.Use(SessionByHash).Bind(hash);
        return row.Read() ? new WebSession(row.Text(0), StoreJson.Read<ValueList<MemberId>>(row.Utf8(1)), row.Instant(2), row.Instant(3)) : null;
    }

    public static int Close(SqliteSession session, string hash) => session.Use(DeleteSession).Bind(hash).Run();

    public static int CloseAll(SqliteSession session, MemberId member) => session.Use(DeleteSessionsOf).Bind(member.Value).Run();
}
