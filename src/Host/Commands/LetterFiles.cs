using Clientele.Documents;

namespace Clientele.Host.Commands;

/// <summary>A letter on disk, or why it was refused.</summary>
internal sealed record LetterFile(string Letter, string Client, string Culture, string Path, IReadOnlyList<string> Refusals, bool Invented);

/// <summary>Writes letters as files: one for each format, named after client, letter and language.</summary>
internal sealed class LetterFiles(Crm crm, string folder, IReadOnlyList<DocumentLanguage> languages)
{
    /// <summary>As what each letter is written.</summary>
    public IReadOnlyList<LetterFormat> Formats { get; init; } = [LetterFormat.Html, LetterFormat.Text];

    /// <summary>Who takes the responsibility where guards refuse.</summary>
    public IReadOnlyList<GuardOverride> Overrides { get; init; } = [];

    public async Task<IReadOnlyList<LetterFile>> WriteAsync(Language language, IReadOnlyList<LetterRequest> requests, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var files = new List<LetterFile>();
        foreach (var request in requests)
        {
            foreach (var culture in languages.Count > 0 ? languages.Select(DocumentLanguage? (stated) => stated) : [null])
            {
                var written = await crm.Letters.WriteAsync(request with { Language = culture ?? request.Language }, Overrides, cancellationToken).ConfigureAwait(false);
                files.Add(await KeepAsync(language, written, cancellationToken).ConfigureAwait(false));
            }

            progress.Report((double)files.Count / requests.Count / Math.Max(1, languages.Count));
        }

        return files;
    }

    private async Task<LetterFile> KeepAsync(Language language, WrittenLetter written, CancellationToken cancellationToken)
    {
        var name = written.Request.Letter.Name;
        if (written.Letter is null)
        {
            return new LetterFile(name, written.Facts.Client.Name, written.Facts.Language.Culture, "", [.. written.Gate.Refusals.Select(refusal => language.Say(refusal.Guard.Refusal))], written.Facts.Invented);
        }

        var target = Path.Combine(folder, FileNames.Of(written.Facts.Client));
        Directory.CreateDirectory(target);
        var first = "";
        foreach (var format in Formats)
        {
            var document = await crm.Letters.RenderAsync(written, format, cancellationToken: cancellationToken).ConfigureAwait(false);
            var path = Path.Combine(target, document.FileName);
            await File.WriteAllBytesAsync(path, document.Content, cancellationToken).ConfigureAwait(false);
            first = first.Length == 0 ? path : first;
        }

        await crm.Letters.ArchiveAsync(written, Path.GetFileName(first), cancellationToken: cancellationToken).ConfigureAwait(false);
        return new LetterFile(name, written.Facts.Client.Name, written.Letter.Culture, first, [], written.Facts.Invented);
    }
}
