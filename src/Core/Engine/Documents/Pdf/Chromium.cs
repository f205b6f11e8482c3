using System.Text.Json.Nodes;

namespace Clientele.Documents;

/// <summary>Prints pages with one headless Chromium, started for the first page and kept for those after it.</summary>
/// <remarks>Scripts are off and every name resolves to nowhere: a page is what its HTML says. A browser that failed or took too long is ended, and the next page starts another.</remarks>
/// <param name="program">The path of the browser.</param>
internal sealed class Chromium(string program) : IPdfProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private ChromiumPipe? _pipe;
    private string _session = "";
    private string _frame = "";

    /// <inheritdoc/>
    public async Task<byte[]> PrintAsync(PdfSource source, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var pipe = _pipe ??= await OpenAsync(limit.Token).ConfigureAwait(false);
            await pipe.AskAsync("Page.setDocumentContent", new JsonObject { ["frameId"] = _frame, ["html"] = source.Html }, _session, limit.Token).ConfigureAwait(false);
            var answer = await pipe.AskAsync("Page.printToPDF", new JsonObject { ["preferCSSPageSize"] = true, ["printBackground"] = true }, _session, limit.Token).ConfigureAwait(false);
            return Convert.FromBase64String((string?)answer["data"] ?? "");
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw await FailedAsync($"did not print the page in {Patience.TotalSeconds:0} seconds and was stopped", error).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw await FailedAsync($"ended without printing the page ({error.Message})", error).ConfigureAwait(false);
        }
        catch
        {
            // A page left half-way would mix with the next.
            await DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_pipe is { } pipe)
        {
            _pipe = null;
            await pipe.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<ChromiumPipe> OpenAsync(CancellationToken cancellationToken)
    {
        var pipe = new ChromiumPipe(program);
        try
        {
            var target = await pipe.AskAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, "", cancellationToken).ConfigureAwait(false);
            var attached = await pipe.AskAsync("Target.attachToTarget", new JsonObject { ["targetId"] = (string?)target["targetId"], ["flatten"] = true }, "", cancellationToken).ConfigureAwait(false);
            _session = (string?)attached["sessionId"] ?? "";
            await pipe.AskAsync("Emulation.setScriptExecutionDisabled", new JsonObject { ["value"] = true }, _session, cancellationToken).ConfigureAwait(false);
            var tree = await pipe.AskAsync("Page.getFrameTree", [], _session, cancellationToken).ConfigureAwait(false);
            _frame = (string?)tree["frameTree"]?["frame"]?["id"] ?? "";
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ClienteleException> FailedAsync(string what, Exception error)
    {
        await DisposeAsync().ConfigureAwait(false);
        return new ClienteleException(ErrorCodes.PdfFailed, $"'{program}' {what}.", error);
    }
}
