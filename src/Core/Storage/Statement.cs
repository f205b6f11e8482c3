using System.Data.Common;
using System.Globalization;
using Clientele.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Clientele.Storage;

/// <summary>A prepared statement with positional parameters <c>@0, @1, …</c>, executed many times.</summary>
internal sealed class Statement : IDisposable, IAsyncDisposable
{
    private readonly DbCommand _command;

    public Statement(DbConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var index = 0; sql.Contains($"@{index.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal); index++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"@{index.ToString(CultureInfo.InvariantCulture)}";
            _command.Parameters.Add(parameter);
        }
    }

    public Statement Set(int index, object? value)
    {
        _command.Parameters[index].Value = value ?? DBNull.Value;
        return this;
    }

    public Statement With(params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            Set(index, values[index]);
        }

        return this;
    }

    public async ValueTask<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Explain(error);
        }
    }

    public async ValueTask<DbDataReader> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Explain(error);
        }
    }

    public async ValueTask<T?> ScalarAsync<T>(CancellationToken cancellationToken)
    {
        try
        {
            return await _command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is { } value and not DBNull
                ? (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture)
                : default;
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Explain(error);
        }
    }

    public void Dispose() => _command.Dispose();

    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
