using System.Data.Common;
using System.Globalization;

namespace Clientele.Storage;

/// <summary>A prepared statement with positional parameters <c>@0, @1, …</c>, executed many times.</summary>
internal sealed class Statement : IAsyncDisposable
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

    public Task<int> RunAsync(CancellationToken cancellationToken) => _command.ExecuteNonQueryAsync(cancellationToken);

    public Task<DbDataReader> ReadAsync(CancellationToken cancellationToken) => _command.ExecuteReaderAsync(cancellationToken);

    public async Task<T?> ScalarAsync<T>(CancellationToken cancellationToken) =>
        await _command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is { } value and not DBNull
            ? (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture)
            : default;

    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
