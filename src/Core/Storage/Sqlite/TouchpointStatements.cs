using Microsoft.Data.Sqlite;

namespace Clientele.Storage.Sqlite;

/// <summary>The statements that append touchpoints, prepared when first used and kept until the writer closes.</summary>
internal sealed class TouchpointStatements(SqliteConnection connection) : IDisposable
{
    private const string Insert = """
        INSERT INTO touchpoint (id, client_id, kind, occurred_on, recorded_at, channel, done_by, contact_id, matter_id, amount_e4, note, details, corrects, withdrawn, source)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """;

    private TouchpointStatement? _append;
    private TouchpointStatement? _appendUnlessStored;
    private TouchpointStatement? _latest;

    public TouchpointStatement Append => _append ??= new(connection, Insert);

    public TouchpointStatement AppendUnlessStored => _appendUnlessStored ??= new(connection, $"{Insert} ON CONFLICT (id) DO NOTHING");

    /// <summary>The latest version of the fact that a stored id belongs to, and whether it says the same. Compared by the database, which knows best what it stored.</summary>
    public TouchpointStatement Latest => _latest ??= new(connection, """
        SELECT t.id, t.client_id = ?2 AND t.kind = ?3 AND t.occurred_on = ?4 AND t.channel = ?6 AND t.done_by = ?7 AND t.contact_id IS ?8 AND t.matter_id IS ?9
            AND t.amount_e4 IS ?10 AND t.note = ?11 AND t.details IS ?12 AND t.withdrawn = ?14 AND t.source = ?15
        FROM touchpoint t WHERE t.seq = (
            SELECT max(coalesce((SELECT max(later.seq) FROM touchpoint later WHERE later.corrects = coalesce(known.corrects, known.id)), 0), known.seq)
            FROM touchpoint known WHERE known.id = ?1)
        """);

    public void Dispose()
    {
        _append?.Dispose();
        _appendUnlessStored?.Dispose();
        _latest?.Dispose();
    }
}
