using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Reads the archive of documents.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class DocumentReader
{
    private readonly SqliteDatabase _database;

    internal DocumentReader(SqliteDatabase database) => _database = database;

    /// <summary>Streams the archived documents, by as-of day, kind and name.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The rows.</returns>
    public IAsyncEnumerable<ArchivedDocument> AllAsync(CancellationToken cancellationToken = default) =>
        Query.RowsAsync(
            _database,
            "SELECT id, kind, name, client_id, contact_id, culture, as_of, template, template_hash, output_hash, path FROM document ORDER BY as_of, kind, name, client_id",
            [],
            reader => new ArchivedDocument(
                reader.Id(0), reader.GetString(1), reader.GetString(2), reader.IdOrNull(3) is { } client ? new ClientId(client) : null, reader.IdOrNull(4) is { } contact ? new ContactId(contact) : null,
                reader.GetString(5), reader.DayAt(6), reader.GetString(7), reader.GetString(8), reader.GetString(9), reader.GetString(10)),
            cancellationToken);
}
