using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    public async ValueTask SaveSignInLink(SignInLink link, Instant now, CancellationToken ct) =>
        await Write(session => AccessTable.Save(session, link, now), ct);

    public ValueTask<SignInLink?> FindSignInLink(string hash, CancellationToken ct) => Read(session => AccessTable.FindLink(session, hash), ct);

    public async ValueTask<bool> UseSignInLink(string link, WebSession session, CancellationToken ct) =>
        await Write(writer => AccessTable.Use(writer, link, session), ct);

    public async ValueTask OpenWebSession(WebSession session, CancellationToken ct) => await Write(writer => AccessTable.Open(writer, session), ct);

    public ValueTask<WebSession?> FindWebSession(string hash, CancellationToken ct) => Read(session => AccessTable.FindSession(session, hash), ct);

    public async ValueTask CloseWebSession(string hash, CancellationToken ct) => await Write(writer => AccessTable.Close(writer, hash), ct);

    public async ValueTask<int> CloseWebSessionsOf(MemberId member, CancellationToken ct) =>
        await Write(writer => AccessTable.CloseAll(writer, member), ct);
}
