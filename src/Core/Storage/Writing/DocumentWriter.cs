namespace Clientele.Storage.Writing;

/// <summary>Writes the archive of documents.</summary>
internal static class DocumentWriter
{
    public static async Task ArchiveAsync(BatchStatements statements, TimeProvider time, ArchivedDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        await statements["""
            INSERT INTO document (id, kind, name, client_id, contact_id, culture, as_of, template, template_hash, output_hash, path, recorded_at)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11)
            ON CONFLICT (id) DO UPDATE SET contact_id = excluded.contact_id, culture = excluded.culture, as_of = excluded.as_of, template = excluded.template, template_hash = excluded.template_hash, output_hash = excluded.output_hash, path = excluded.path, recorded_at = excluded.recorded_at
            """].With(
                document.Id.Bytes(), document.Kind, document.Name, document.Client?.Value.Bytes(), document.Contact?.Value.Bytes(), document.Culture,
                document.AsOf.Text(), document.Template, document.TemplateHash, document.OutputHash, document.Path, time.GetUtcNow().Text())
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
