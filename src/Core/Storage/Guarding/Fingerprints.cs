using System.Buffers.Binary;
using Clientele.Storage.Reading;
using Clientele.Storage.Sqlite;
using Clientele.Storage.Writing;

namespace Clientele.Storage.Guarding;

/// <summary>What a letter said, names aside, as a sorted set of pairs of characters.</summary>
/// <param name="Document">The archived letter.</param>
/// <param name="Client">To which client.</param>
/// <param name="Contact">To whom; <see langword="null"/> for nobody in particular.</param>
/// <param name="Purpose">The letter's purpose.</param>
/// <param name="AsOf">The day of the letter.</param>
/// <param name="Pairs">The pairs, each as two UTF-16 units, ascending.</param>
public sealed record LetterFingerprint(Guid Document, ClientId Client, ContactId? Contact, string Purpose, DateOnly AsOf, IReadOnlyList<uint> Pairs);

/// <summary>Reads the fingerprints of letters.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FingerprintReader
{
    private readonly SqliteDatabase _database;

    internal FingerprintReader(SqliteDatabase database) => _database = database;

    /// <summary>The letters of a purpose to a client between two days, the latest first.</summary>
    /// <param name="client">The client.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="first">The first day.</param>
    /// <param name="before">The first day that does not count.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The fingerprints.</returns>
    public async Task<IReadOnlyList<LetterFingerprint>> OfAsync(ClientId client, string purpose, DateOnly first, DateOnly before, CancellationToken cancellationToken = default) => await Query.ListAsync(
        _database,
        "SELECT document_id, contact_id, as_of, pairs FROM document_fingerprint WHERE client_id = @0 AND purpose = @1 AND as_of >= @2 AND as_of < @3 ORDER BY as_of DESC, document_id",
        [client.Value.Bytes(), purpose, first.Text(), before.Text()],
        row => new LetterFingerprint(row.Id(0), client, row.IdOrNull(1) is { } contact ? new ContactId(contact) : null, purpose, row.DayAt(2), Pairs(row.Utf8(3))),
        cancellationToken).ConfigureAwait(false);

    private static uint[] Pairs(ReadOnlySpan<byte> bytes)
    {
        var pairs = new uint[bytes.Length / 4];
        for (var index = 0; index < pairs.Length; index++)
        {
            pairs[index] = BinaryPrimitives.ReadUInt32BigEndian(bytes[(index * 4)..]);
        }

        return pairs;
    }
}

/// <summary>Writes the fingerprints of letters.</summary>
public static class FingerprintWriting
{
    /// <summary>Keeps a fingerprint; that of a document written again takes its place.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task KeepAsync(this StoreBatch batch, LetterFingerprint fingerprint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(fingerprint);
        var bytes = new byte[fingerprint.Pairs.Count * 4];
        for (var index = 0; index < fingerprint.Pairs.Count; index++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(index * 4), fingerprint.Pairs[index]);
        }

        await batch.Statements["""
            INSERT INTO document_fingerprint (document_id, client_id, contact_id, purpose, as_of, pairs) VALUES (@0, @1, @2, @3, @4, @5)
            ON CONFLICT (document_id) DO UPDATE SET contact_id = excluded.contact_id, purpose = excluded.purpose, as_of = excluded.as_of, pairs = excluded.pairs
            """].With(fingerprint.Document.Bytes(), fingerprint.Client.Value.Bytes(), fingerprint.Contact?.Value.Bytes(), fingerprint.Purpose, fingerprint.AsOf.Text(), bytes)
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
