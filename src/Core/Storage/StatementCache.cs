using System.Data.Common;

namespace Clientele.Storage;

/// <summary>The prepared statements of one connection, made when first used and kept until it closes.</summary>
/// <param name="connection">The connection.</param>
/// <param name="most">How many to keep; with one more all are let go. Only where none is being read while another is asked for.</param>
internal sealed class StatementCache(DbConnection connection, int most = int.MaxValue) : IAsyncDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public Statement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
            {
                if (_statements.Count >= most)
                {
                    Clear();
                }

                statement = new Statement(connection, sql);
                _statements.Add(sql, statement);
            }

            return statement;
        }
    }

    public ValueTask DisposeAsync()
    {
        Clear();
        return ValueTask.CompletedTask;
    }

    private void Clear()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
    }
}
