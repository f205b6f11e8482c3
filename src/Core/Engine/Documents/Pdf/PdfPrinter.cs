namespace Clientele.Documents;

/// <summary>Prints PDFs with the program that is installed: a Chromium, kept open from one page to the next, or LibreOffice.</summary>
/// <remarks>Thread-safe. Nothing is looked for or started before the first page. Disposing it ends the program.</remarks>
/// <param name="program">The program's path; <see langword="null"/> to look for one.</param>
internal sealed class PdfPrinter(string? program) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private IPdfProgram? _running;

    /// <summary>Prints a letter.</summary>
    /// <param name="letter">The letter, which a browser prints from its HTML.</param>
    /// <param name="word">Its Word document, for an office program.</param>
    /// <param name="cancellationToken">Stops the printing.</param>
    /// <returns>The PDF.</returns>
    /// <exception cref="ClienteleException">No program is installed (<see cref="ErrorCodes.PdfProgramMissing"/>), or it failed or took too long (<see cref="ErrorCodes.PdfFailed"/>).</exception>
    public Task<byte[]> PrintAsync(RenderedLetter letter, Func<byte[]> word, CancellationToken cancellationToken = default) => PrintAsync(new PdfSource(letter.Html, word), cancellationToken);

    /// <summary>Prints a page of HTML that has no Word document beside it, such as a report.</summary>
    /// <param name="html">The page.</param>
    /// <param name="cancellationToken">Stops the printing.</param>
    /// <returns>The PDF.</returns>
    /// <exception cref="ClienteleException">As for a letter; also when only an office program is installed.</exception>
    public Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken = default) => PrintAsync(new PdfSource(html, Word: null), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_running is { } running)
        {
            _running = null;
            await running.DisposeAsync().ConfigureAwait(false);
        }

        _one.Dispose();
    }

    private async Task<byte[]> PrintAsync(PdfSource source, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _running ??= PdfPrograms.Find(program);
            return await _running.PrintAsync(source, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }
}

/// <summary>What is printed.</summary>
/// <param name="Html">A page that needs no network and no script.</param>
/// <param name="Word">The same as a Word document, made when asked for; <see langword="null"/> when there is none.</param>
internal sealed record PdfSource(string Html, Func<byte[]>? Word);

/// <summary>A program that prints PDFs. It is asked for one page at a time, and disposed by <see cref="PdfPrinter"/>.</summary>
internal interface IPdfProgram : IAsyncDisposable
{
    /// <summary>Prints.</summary>
    Task<byte[]> PrintAsync(PdfSource source, CancellationToken cancellationToken);
}
