namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    public ValueTask<CarriedWords?> FindCarriedWords(string subject, CancellationToken ct) => Read(session => CarriedWordsTable.Find(session, subject), ct);
}
