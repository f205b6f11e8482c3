namespace Clientele.Documents;

/// <summary>Prints a letter's Word document with LibreOffice, a process for each.</summary>
/// <param name="program">The path of <c>soffice</c>.</param>
internal sealed class LibreOffice(string program) : IPdfProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public async Task<byte[]> PrintAsync(PdfSource source, CancellationToken cancellationToken)
    {
        if (source.Word is null)
        {
            throw new ClienteleException(ErrorCodes.PdfProgramMissing, $"Only LibreOffice was found, which prints letters; a PDF of a report needs Chromium. Install it (on Debian: apt-get install chromium), or name its program in {PdfPrograms.Variable}.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var process = PdfProcess.Start(program, folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "letter.docx"), source.Word());
            // A profile of its own: with the user's, the letter would be handed to an office that happens to be open.
            return ["--headless", "--norestore", "--nolockcheck", "--nodefault", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder, Path.Combine(folder, "letter.docx")];
        });
        await using (process.ConfigureAwait(false))
        {
            try
            {
                process.Running.StandardInput.Close();
                await process.Running.StandardOutput.ReadToEndAsync(limit.Token).ConfigureAwait(false);
                await process.Running.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
            {
                throw new ClienteleException(ErrorCodes.PdfFailed, $"LibreOffice did not print the letter in {Patience.TotalMinutes:0} minutes and was stopped.", error);
            }

            var pdf = Path.Combine(process.Folder, "letter.pdf");
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellationToken).ConfigureAwait(false)
                : throw new ClienteleException(ErrorCodes.PdfFailed, $"LibreOffice ended with {process.Running.ExitCode} and wrote no PDF; try '{program} --headless --convert-to pdf' with the letter's DOCX to see why.");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
