using System.Data.Common;

namespace Clientele.Storage;

/// <summary>The prepared statements of one connection, made when first used and kept until it closes.</summary>
internal sealed class StatementCache(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public Statement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
            {
                statement = new Statement(connection, sql);
                _statements.Add(sql, statement);
            }

            return statement;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _statements.Values)
        {
            await statement.DisposeAsync().ConfigureAwait(false);
        }
    }
}
