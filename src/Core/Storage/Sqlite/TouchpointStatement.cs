using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clientele.Storage.Sqlite;

/// <summary>
/// A statement whose parameters <c>?1 … ?15</c> are the columns of a touchpoint, bound without an object per value: it runs once per row of an import.
/// This is what a dialect does its own way; PostgreSQL will COPY.
/// </summary>
internal sealed class TouchpointStatement : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly DetailsJson.Writer _details = new();
    private byte[] _buffer = new byte[1024];

    public TouchpointStatement(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle!, sql, out _statement));
    }

    /// <summary>Binds every column.</summary>
    /// <param name="touchpoint">The fact.</param>
    /// <param name="recordedAt">When it was recorded, unless it says itself.</param>
    /// <param name="original">The first version of the fact it corrects.</param>
    public void Bind(Touchpoint touchpoint, string recordedAt, TouchpointId? original)
    {
        Id(1, touchpoint.Id.Value);
        Id(2, touchpoint.Client.Value);
        Text(3, touchpoint.Kind);
        Day(4, touchpoint.OccurredOn);
        Text(5, touchpoint.RecordedAt == default ? recordedAt : touchpoint.RecordedAt.Text());
        Text(6, touchpoint.Channel);
        Text(7, touchpoint.By);
        Id(8, touchpoint.Contact?.Value);
        Id(9, touchpoint.Matter?.Value);
        Check(touchpoint.Amount is { } amount ? raw.sqlite3_bind_int64(_statement, 10, amount.E4()) : raw.sqlite3_bind_null(_statement, 10));
        Text(11, touchpoint.Note);
        Check(touchpoint.Details.Count == 0 ? raw.sqlite3_bind_null(_statement, 12) : raw.sqlite3_bind_text(_statement, 12, _details.Write(touchpoint.Details)));
        Id(13, original?.Value);
        Check(raw.sqlite3_bind_int64(_statement, 14, touchpoint.Withdrawn ? 1 : 0));
        Text(15, touchpoint.Source);
    }

    /// <summary>Runs to the end and gives the number of rows written.</summary>
    public int Run()
    {
        try
        {
            Step();
            return raw.sqlite3_changes(_connection.Handle!);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>Runs to the first row and gives its first two columns.</summary>
    public (Guid Id, bool Flag) First()
    {
        try
        {
            Step();
            return (new Guid(raw.sqlite3_column_blob(_statement, 0), bigEndian: true), raw.sqlite3_column_int64(_statement, 1) != 0);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Step()
    {
        if (raw.sqlite3_step(_statement) is var code and not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(code);
        }
    }

    private void Id(int index, Guid? id)
    {
        if (id is not { } value)
        {
            Check(raw.sqlite3_bind_null(_statement, index));
            return;
        }

        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Check(raw.sqlite3_bind_blob(_statement, index, bytes));
    }

    private void Day(int index, DateOnly day)
    {
        Span<byte> text = stackalloc byte[10];
        day.TryFormat(text, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Check(raw.sqlite3_bind_text(_statement, index, text));
    }

    private void Text(int index, string text)
    {
        // A span without bytes has no address, which SQLite takes for NULL.
        if (text.Length == 0)
        {
            Check(raw.sqlite3_bind_text(_statement, index, text));
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _buffer.Length)
        {
            _buffer = new byte[most];
        }

        var length = Encoding.UTF8.GetBytes(text, _buffer);
        Check(raw.sqlite3_bind_text(_statement, index, _buffer.AsSpan(0, length)));
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            var handle = _connection.Handle!;
            throw SqliteFailure.Explain(new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), code & 0xFF, raw.sqlite3_extended_errcode(handle)));
        }
    }
}
