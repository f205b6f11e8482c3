using Clientele.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clientele.Storage.Reading;

/// <summary>A result ordered by client id, read beside others of the same order, without an object per column.</summary>
internal sealed class Cursor : IAsyncDisposable
{
    private readonly sqlite3 _connection;
    private readonly Statement _statement;
    private readonly SqliteDataReader _reader;
    private readonly sqlite3_stmt _row;
    private State _state = State.Before;

    private Cursor(sqlite3 connection, Statement statement, SqliteDataReader reader)
    {
        _connection = connection;
        _statement = statement;
        _reader = reader;
        _row = reader.Handle!;
    }

    private enum State
    {
        /// <summary>Nothing is read yet.</summary>
        Before,

        /// <summary>The row waits for its client.</summary>
        Waiting,

        /// <summary>The row was given out.</summary>
        Taken,

        /// <summary>There are no more rows.</summary>
        Ended,
    }

    /// <summary>The client id of the current row.</summary>
    public Guid Id { get; private set; }

    public static async Task<Cursor> OpenAsync(SqliteConnection connection, string sql, FactQuery query, CancellationToken cancellationToken)
    {
        // Every cursor takes the same parameters; a comment names those it does not use.
        var statement = new Statement(connection, $"{sql} /* @0 @1 @2 */").With(query.AsOf.Text(), query.Client?.Value.Bytes(), query.AndThese.ToArray());
        try
        {
            return new Cursor(connection.Handle!, statement, (SqliteDataReader)await statement.ReadAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await statement.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Moves to the next row, of whichever client.</summary>
    public bool Next()
    {
        if (_state == State.Ended)
        {
            return false;
        }

        // The reader has made the first step already; the others are made here, without its book-keeping.
        var code = _state == State.Before ? _reader.HasRows ? raw.SQLITE_ROW : raw.SQLITE_DONE : raw.sqlite3_step(_row);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw SqliteFailure.Explain(new SqliteException(raw.sqlite3_errmsg(_connection).utf8_to_string(), code & 0xFF, code));
        }

        _state = code == raw.SQLITE_ROW ? State.Waiting : State.Ended;
        if (_state == State.Ended)
        {
            return false;
        }

        Id = IdAt(0);
        return true;
    }

    /// <summary>Moves to the next row of a client; rows of clients before it are passed over.</summary>
    public bool NextOf(Guid id)
    {
        if (_state is State.Before or State.Taken)
        {
            Next();
        }

        while (_state == State.Waiting && Id.CompareTo(id) < 0)
        {
            Next();
        }

        if (_state != State.Waiting || Id != id)
        {
            return false;
        }

        _state = State.Taken;
        return true;
    }

    public Guid IdAt(int column) => new(raw.sqlite3_column_blob(_row, column), bigEndian: true);

    public bool IsNull(int column) => raw.sqlite3_column_type(_row, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_row, column);

    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(_row, column);

    public DateOnly Day(int column) => DbExtensions.DayOf(Utf8(column));

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync().ConfigureAwait(false);
        await _statement.DisposeAsync().ConfigureAwait(false);
    }
}
