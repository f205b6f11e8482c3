using System.Globalization;
using System.Text;

namespace Clientele.Import;

/// <summary>The CSV file that lists the rejected rows with their reasons, to be corrected and imported again. Made when the first row is rejected.</summary>
internal sealed class ErrorFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly IReadOnlyList<string> _headers;
    private StreamWriter? _writer;

    /// <param name="path">Where; empty for nowhere. What an earlier run left there is removed, so that it cannot be taken for this one's.</param>
    /// <param name="headers">The headers of the file that is imported.</param>
    public ErrorFile(string path, IReadOnlyList<string> headers)
    {
        _path = path;
        _headers = headers;
        if (path.Length > 0)
        {
            File.Delete(path);
        }
    }

    /// <summary>The file, once it exists.</summary>
    public string Path => _writer is null ? "" : _path;

    public async Task AddAsync(RejectedRow row, CancellationToken cancellationToken)
    {
        if (_path.Length == 0)
        {
            return;
        }

        if (_writer is null)
        {
            // With a byte-order mark, without which Excel reads Chinese as something else.
            _writer = new StreamWriter(_path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
            await WriteAsync(["import_row", "import_column", "import_code", "import_reason", "导入失败原因", .. _headers], cancellationToken).ConfigureAwait(false);
        }

        await WriteAsync([row.Number.ToString(CultureInfo.InvariantCulture), row.Reason.Column, row.Reason.Code, row.Reason.Text.En, row.Reason.Text.Zh, .. row.Cells], cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Task WriteAsync(IEnumerable<string> cells, CancellationToken cancellationToken) =>
        _writer!.WriteLineAsync(string.Join(',', cells.Select(Quoted)).AsMemory(), cancellationToken);

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
