using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>An archived document with what is known of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Forms">The forms it was written in.</param>
/// <param name="Overridden">Who took the responsibility where a guard would have refused the letter.</param>
/// <param name="Personal">The personal data in it by field; <see langword="null"/> for what was erased.</param>
public sealed record ArchivedLetter(ArchivedDocument Row, IReadOnlyList<DocumentForm> Forms, IReadOnlyList<GuardOverride> Overridden, IReadOnlyDictionary<string, string?> Personal)
{
    /// <summary>The fields that were erased.</summary>
    public IReadOnlyList<string> Erased => [.. Personal.Where(one => one.Value is null).Select(one => one.Key)];
}

/// <summary>What came of rendering an archived document again.</summary>
public enum ArchiveState
{
    /// <summary>Every form came out byte for byte as it was written.</summary>
    Same,

    /// <summary>A person was erased from it, so that it can only be rendered with the erased fields named.</summary>
    Erased,

    /// <summary>Something came out otherwise, or the templates are not those of the hash.</summary>
    Different,

    /// <summary>It was archived with hashes alone and cannot be rendered again, such as a report.</summary>
    HashOnly,
}

/// <summary>The result of rendering an archived document again.</summary>
/// <param name="Row">The document.</param>
/// <param name="State">What came of it.</param>
/// <param name="Forms">The forms that came out otherwise.</param>
public sealed record ArchiveCheck(ArchivedDocument Row, ArchiveState State, IReadOnlyList<string> Forms);

/// <summary>Shows archived letters and renders them again from their snapshots and the archived texts of their templates, whatever became of the workspace's templates since.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class ArchiveDesk
{
    private readonly Store _store;
    private readonly LetterFiles _files;

    internal ArchiveDesk(Store store, LetterFiles files)
    {
        _store = store;
        _files = files;
    }

    /// <summary>Reads an archived document.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What is known of it.</returns>
    /// <exception cref="ClienteleException">It is not archived (<see cref="ErrorCodes.NotFound"/>).</exception>
    public async Task<ArchivedLetter> ShowAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var row = await RowAsync(id, cancellationToken).ConfigureAwait(false);
        var forms = await _store.Documents.FormsAsync(id, cancellationToken).ConfigureAwait(false);
        return await _store.Documents.SnapshotAsync(id, cancellationToken).ConfigureAwait(false) is { } snapshot
            ? new ArchivedLetter(row, forms, LetterSnapshot.Read(snapshot).Overridden, snapshot.Personal)
            : new ArchivedLetter(row, forms, [], new Dictionary<string, string?>(StringComparer.Ordinal));
    }

    /// <summary>Renders an archived letter again.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    /// <returns>The letter as it was; where a person was erased, the erased fields are named in place of the values.</returns>
    /// <exception cref="ClienteleException">It is not archived, or with hashes alone (<see cref="ErrorCodes.NotFound"/>).</exception>
    public async Task<RenderedLetter> RenderAsync(Guid id, CancellationToken cancellationToken = default)
    {
        return (await AgainAsync(await RowAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)).Letter;
    }

    /// <summary>Gives an archived letter as a file: rendered again, or, of a PDF, as it was produced.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="format">As what.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    /// <returns>The file, with the bytes that it had; where a person was erased, the erased fields are named in place of the values.</returns>
    /// <exception cref="ClienteleException">It is not archived, or with hashes alone, or no PDF of it was kept or its persons were erased (<see cref="ErrorCodes.NotFound"/>).</exception>
    public async Task<LetterDocument> RenderAsync(Guid id, LetterFormat format, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        var row = await RowAsync(id, cancellationToken).ConfigureAwait(false);
        if (format.IsReproducible)
        {
            var (passed, letter) = await AgainAsync(row, cancellationToken).ConfigureAwait(false);
            return await _files.WriteAsync(passed.Facts, letter, id, format, [], cancellationToken).ConfigureAwait(false);
        }

        var kept = (await _store.Documents.FormsAsync(id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(form => form.Form == format.Name)?.Content
            ?? throw new ClienteleException(ErrorCodes.NotFound, $"No {format.Name} of the {row.Kind} {row.Name} is kept.");
        return new LetterDocument($"{row.Name}.{row.Culture}{format.Extension}", format.MediaType, kept);
    }

    private async Task<(PassedLetter Passed, RenderedLetter Letter)> AgainAsync(ArchivedDocument row, CancellationToken cancellationToken)
    {
        var snapshot = await _store.Documents.SnapshotAsync(row.Id, cancellationToken).ConfigureAwait(false)
            ?? throw new ClienteleException(ErrorCodes.NotFound, $"The {row.Kind} {row.Name} was archived with hashes alone, so that it cannot be rendered again.");
        var passed = LetterSnapshot.Read(snapshot);
        return (passed, new LetterRenderer(new TemplateSource(await _store.Documents.TemplatesAsync(row.TemplateHash, cancellationToken).ConfigureAwait(false))).Render(passed, cancellationToken));
    }

    /// <summary>Renders every archived document again and compares it with what was written.</summary>
    /// <param name="cancellationToken">Stops between two documents.</param>
    /// <returns>One result a document.</returns>
    public async IAsyncEnumerable<ArchiveCheck> VerifyAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in _store.Documents.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return await VerifyAsync(row, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ArchiveCheck> VerifyAsync(ArchivedDocument row, CancellationToken cancellationToken)
    {
        if (await _store.Documents.SnapshotAsync(row.Id, cancellationToken).ConfigureAwait(false) is not { } snapshot)
        {
            return new ArchiveCheck(row, ArchiveState.HashOnly, []);
        }

        try
        {
            var (passed, letter) = await AgainAsync(row, cancellationToken).ConfigureAwait(false);
            var now = (await LetterForms.OfAsync(_files, passed.Facts, letter, row.Id, cancellationToken).ConfigureAwait(false)).ToDictionary(form => form.Form, form => form.Hash, StringComparer.Ordinal);
            var kept = await _store.Documents.FormsAsync(row.Id, cancellationToken).ConfigureAwait(false);
            var different = kept.Where(form => now.TryGetValue(form.Form, out var hash) && hash != form.Hash).Select(form => form.Form).ToList();
            return snapshot.Personal.Values.Contains(null) ? new ArchiveCheck(row, ArchiveState.Erased, [])
                : new ArchiveCheck(row, different.Count == 0 && letter.TemplateHash == row.TemplateHash ? ArchiveState.Same : ArchiveState.Different, different);
        }
        catch (ClienteleException)
        {
            return new ArchiveCheck(row, ArchiveState.Different, [.. LetterFormat.All.Where(format => format.IsReproducible).Select(format => format.Name)]);
        }
    }

    private async Task<ArchivedDocument> RowAsync(Guid id, CancellationToken cancellationToken) =>
        await _store.Documents.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no archived document {id}; list them with 'clientele archive list'.");
}
