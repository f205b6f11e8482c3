using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace Clientele.Documents;

/// <summary>Speaks the DevTools protocol with a browser over a pipe, one question at a time.</summary>
/// <remarks>
/// A pipe rather than a port: nobody else on the machine can reach the browser through it, and the browser ends with us, however we end.
/// Messages are JSON, each ended by a zero byte. Not thread-safe.
/// </remarks>
internal sealed class ChromiumPipe : IAsyncDisposable
{
    private readonly PdfProcess _process;
    private readonly byte[] _chunk = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> _message = new();
    private ReadOnlyMemory<byte> _unread;
    private int _asked;

    /// <summary>Starts a browser.</summary>
    /// <param name="program">Its path.</param>
    public ChromiumPipe(string program) =>
        // The browser reads from descriptor 3 and writes to 4, which only a shell can give it.
        _process = PdfProcess.Start("/bin/sh", folder => ["-c", """exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null""", program, .. Arguments(folder)]);

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="session">The page; empty for the browser.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The result.</returns>
    /// <exception cref="IOException">The browser ended, or answered with an error.</exception>
    public async Task<JsonObject> AskAsync(string method, JsonObject parameters, string session, CancellationToken cancellationToken)
    {
        var id = ++_asked;
        var question = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session.Length > 0)
        {
            question["sessionId"] = session;
        }

        var input = _process.Running.StandardInput.BaseStream;
        await input.WriteAsync(Encoding.UTF8.GetBytes(question.ToJsonString() + "\0"), cancellationToken).ConfigureAwait(false);
        await input.FlushAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var answer = await NextAsync(cancellationToken).ConfigureAwait(false);
            if ((int?)answer["id"] == id)
            {
                return answer["result"] as JsonObject ?? throw new IOException($"{method}: {(string?)answer["error"]?["message"]}");
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task<JsonObject> NextAsync(CancellationToken cancellationToken)
    {
        _message.ResetWrittenCount();
        while (true)
        {
            var end = _unread.Span.IndexOf((byte)0);
            _message.Write((end < 0 ? _unread : _unread[..end]).Span);
            if (end >= 0)
            {
                _unread = _unread[(end + 1)..];
                return (JsonObject)JsonNode.Parse(_message.WrittenSpan)!;
            }

            var count = await _process.Running.StandardOutput.BaseStream.ReadAsync(_chunk, cancellationToken).ConfigureAwait(false);
            _unread = _chunk.AsMemory(0, count);
            if (count == 0)
            {
                throw new IOException("the browser closed its pipe; does it run by hand?");
            }
        }
    }

    private static IEnumerable<string> Arguments(string folder) =>
    [
        "--headless", "--remote-debugging-pipe", $"--user-data-dir={Path.Combine(folder, "profile")}",
        "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
        // Chromium refuses its sandbox to root; pages are our own, without scripts.
        .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
    ];
}
