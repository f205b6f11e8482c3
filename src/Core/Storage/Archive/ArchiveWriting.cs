using System.Security.Cryptography;
using System.Text;
using Clientele.Storage.Writing;

namespace Clientele.Storage.Archive;

/// <summary>Writes what a document was made from, and erases the persons in it.</summary>
public static class ArchiveWriting
{
    // A letter to a person who is the client names the person as the client.
    private const string Erased = "UPDATE document_snapshot SET personal = (SELECT json_group_object(key, CASE WHEN key LIKE @1 THEN NULL ELSE value END) FROM json_each(personal))";

    /// <summary>Keeps the texts that a hash over templates stands for, each text once.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="templateHash">The hash over a document's templates.</param>
    /// <param name="files">Their paths and texts.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when they are written.</returns>
    public static async Task KeepTemplatesAsync(this StoreBatch batch, string templateHash, IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(files);
        if (await batch.Statements["SELECT count(*) FROM template_file WHERE template_hash = @0"].With(templateHash).ScalarAsync<long>(cancellationToken).ConfigureAwait(false) == files.Count)
        {
            return;
        }

        foreach (var (path, text) in files)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            await batch.Statements["INSERT INTO template_text (hash, text) VALUES (@0, @1) ON CONFLICT DO NOTHING"].With(hash, text).RunAsync(cancellationToken).ConfigureAwait(false);
            await batch.Statements["INSERT INTO template_file (template_hash, path, text_hash) VALUES (@0, @1, @2) ON CONFLICT DO NOTHING"].With(templateHash, path, hash).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps what a document was made from and the forms it was written in; those kept before are replaced.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="snapshot">What it was made from; its document is archived already.</param>
    /// <param name="forms">The forms.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when they are written.</returns>
    public static async Task KeepAsync(this StoreBatch batch, DocumentSnapshot snapshot, IReadOnlyList<DocumentForm> forms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(forms);
        await batch.Statements["""
            INSERT INTO document_snapshot (document_id, client_id, contact_id, facts, personal) VALUES (@0, @1, @2, @3, @4)
            ON CONFLICT (document_id) DO UPDATE SET client_id = excluded.client_id, contact_id = excluded.contact_id, facts = excluded.facts, personal = excluded.personal
            """].With(snapshot.Document.Bytes(), snapshot.Client?.Value.Bytes(), snapshot.Contact?.Value.Bytes(), snapshot.Facts, PersonalJson.Write(snapshot.Personal)).RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.Statements["DELETE FROM document_form WHERE document_id = @0"].With(snapshot.Document.Bytes()).RunAsync(cancellationToken).ConfigureAwait(false);
        foreach (var form in forms)
        {
            await batch.Statements["INSERT INTO document_form (document_id, form, hash, content) VALUES (@0, @1, @2, @3)"].With(snapshot.Document.Bytes(), form.Form, form.Hash, form.Content).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Erases a contact from the archive: the snapshots name the erased fields in place of the values, and what was archived as produced is removed.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="contact">Who.</param>
    /// <param name="cancellationToken">Stops the erasing.</param>
    /// <returns>How many documents named the contact.</returns>
    public static Task<int> EraseFromArchiveAsync(this StoreBatch batch, ContactId contact, CancellationToken cancellationToken = default) =>
        EraseAsync(batch, "contact_id", contact.Value, "contact.%", cancellationToken);

    /// <summary>Erases a client who is a person from the archive, as <see cref="EraseFromArchiveAsync(StoreBatch, ContactId, CancellationToken)"/> does a contact.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="client">Who.</param>
    /// <param name="cancellationToken">Stops the erasing.</param>
    /// <returns>How many documents are the client's.</returns>
    public static Task<int> EraseFromArchiveAsync(this StoreBatch batch, ClientId client, CancellationToken cancellationToken = default) =>
        EraseAsync(batch, "client_id", client.Value, "client.%", cancellationToken);

    private static async Task<int> EraseAsync(StoreBatch batch, string column, Guid id, string fields, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await batch.Statements[$"UPDATE document_form SET content = NULL WHERE content IS NOT NULL AND document_id IN (SELECT document_id FROM document_snapshot WHERE {column} = @0)"].With(id.Bytes()).RunAsync(cancellationToken).ConfigureAwait(false);
        return await batch.Statements[$"{Erased} WHERE {column} = @0"].With(id.Bytes(), fields).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
