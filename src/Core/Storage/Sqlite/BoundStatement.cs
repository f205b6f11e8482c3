using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clientele.Storage.Sqlite;

/// <summary>A statement with numbered parameters <c>?1, ?2, …</c>, bound without an object per value. For what runs once per row; everything else is a <see cref="Statement"/>.</summary>
internal sealed class BoundStatement : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private byte[] _buffer = new byte[1024];

    public BoundStatement(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle!, sql, out _statement));
    }

    public void Null(int index) => Check(raw.sqlite3_bind_null(_statement, index));

    public void Number(int index, long value) => Check(raw.sqlite3_bind_int64(_statement, index, value));

    public void Utf8(int index, ReadOnlySpan<byte> text) => Check(raw.sqlite3_bind_text(_statement, index, text));

    public void Id(int index, Guid? id)
    {
        if (id is not { } value)
        {
            Null(index);
            return;
        }

        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Check(raw.sqlite3_bind_blob(_statement, index, bytes));
    }

    public void Day(int index, DateOnly day)
    {
        // By hand: the general formatter takes as long as all other columns of a row together.
        var (year, month, date) = day;
        Span<byte> text =
        [
            Digit(year / 1000), Digit(year / 100 % 10), Digit(year / 10 % 10), Digit(year % 10), (byte)'-',
            Digit(month / 10), Digit(month % 10), (byte)'-',
            Digit(date / 10), Digit(date % 10),
        ];
        Utf8(index, text);
    }

    public void Text(int index, string text)
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
        Utf8(index, _buffer.AsSpan(0, length));
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

    /// <summary>Runs to the first row and gives its first two columns, an id and a truth.</summary>
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

    private static byte Digit(int digit) => (byte)('0' + digit);

    private void Step()
    {
        if (raw.sqlite3_step(_statement) is var code and not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(code);
        }
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
