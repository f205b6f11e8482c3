using System.Data.Common;
using Clientele.Storage.Archive;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Reads the archive of documents.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class DocumentReader
{
    private const string Columns = "id, kind, name, client_id, contact_id, culture, as_of, template, template_hash, output_hash, path";

    private readonly SqliteDatabase _database;

    internal DocumentReader(SqliteDatabase database) => _database = database;

    /// <summary>Streams the archived documents, by as-of day, kind and name.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The rows.</returns>
    public IAsyncEnumerable<ArchivedDocument> AllAsync(CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, $"SELECT {Columns} FROM document ORDER BY as_of, kind, name, client_id, id", [], Read, cancellationToken);

    /// <summary>Finds a document.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The row; <see langword="null"/> when it is not archived.</returns>
    public Task<ArchivedDocument?> FindAsync(Guid id, CancellationToken cancellationToken = default) =>
        Query.FirstAsync(_database, $"SELECT {Columns} FROM document WHERE id = @0", [id.Bytes()], Read, cancellationToken);

    /// <summary>What a document was made from.</summary>
    /// <param name="id">Which document.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The snapshot; <see langword="null"/> for a document without one, such as a report.</returns>
    public Task<DocumentSnapshot?> SnapshotAsync(Guid id, CancellationToken cancellationToken = default) =>
        Query.FirstAsync(
            _database, "SELECT document_id, client_id, contact_id, facts, personal FROM document_snapshot WHERE document_id = @0", [id.Bytes()],
            reader => new DocumentSnapshot(
                reader.Id(0), reader.IdOrNull(1) is { } client ? new ClientId(client) : null, reader.IdOrNull(2) is { } contact ? new ContactId(contact) : null, reader.GetString(3), PersonalJson.Read(reader.GetString(4))),
            cancellationToken);

    /// <summary>The texts that a hash over templates stands for.</summary>
    /// <param name="templateHash">The hash.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The texts by path; empty when they were not kept.</returns>
    public async Task<IReadOnlyDictionary<string, string>> TemplatesAsync(string templateHash, CancellationToken cancellationToken = default) =>
        (await Query.ListAsync(
            _database, "SELECT f.path, t.text FROM template_file f JOIN template_text t ON t.hash = f.text_hash WHERE f.template_hash = @0 ORDER BY f.path", [templateHash],
            reader => KeyValuePair.Create(reader.GetString(0), reader.GetString(1)), cancellationToken).ConfigureAwait(false)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The forms that a document was written in.</summary>
    /// <param name="id">Which document.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The forms by name.</returns>
    public async Task<IReadOnlyList<DocumentForm>> FormsAsync(Guid id, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(
            _database, "SELECT form, hash, content FROM document_form WHERE document_id = @0 ORDER BY form", [id.Bytes()],
            reader => new DocumentForm(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2)), cancellationToken).ConfigureAwait(false);

    private static ArchivedDocument Read(DbDataReader reader) => new(
        reader.Id(0), reader.GetString(1), reader.GetString(2), reader.IdOrNull(3) is { } client ? new ClientId(client) : null, reader.IdOrNull(4) is { } contact ? new ContactId(contact) : null,
        reader.GetString(5), reader.DayAt(6), reader.GetString(7), reader.GetString(8), reader.GetString(9), reader.GetString(10));
}
