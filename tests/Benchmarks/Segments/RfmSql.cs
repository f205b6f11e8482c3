using Microsoft.Data.Sqlite;

namespace Clientele.Benchmarks.Segments;

/// <summary>The one statement a developer writes by hand: recency, frequency and amount of twelve months as quintiles over all touchpoints, written back to a table.</summary>
internal static class RfmSql
{
    private const string Score = """
        DROP TABLE IF EXISTS bench_rfm;
        CREATE TABLE bench_rfm (client_id BLOB PRIMARY KEY, r INTEGER, f INTEGER, m INTEGER) WITHOUT ROWID;
        INSERT INTO bench_rfm
        SELECT client_id, ntile(5) OVER (ORDER BY last, client_id), ntile(5) OVER (ORDER BY n, client_id), ntile(5) OVER (ORDER BY amount, client_id)
        FROM (
            SELECT c.id AS client_id, max(t.occurred_on) AS last,
                   count(*) FILTER (WHERE t.kind = 'core.sale' AND t.occurred_on > '2025-03-15') AS n,
                   coalesce(sum(t.amount_e4) FILTER (WHERE t.kind = 'core.sale' AND t.occurred_on > '2025-03-15'), 0) AS amount
            FROM client c LEFT JOIN touchpoint t ON t.client_id = c.id AND t.occurred_on <= '2026-03-15'
            GROUP BY c.id)
        ORDER BY client_id;
        """;

    public static async Task RunAsync(string database) => await ExecuteAsync(database, Score);

    public static async Task CoverAsync(string database) => await ExecuteAsync(database, "CREATE INDEX bench_cover ON touchpoint (client_id, occurred_on, kind, amount_e4)");

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $"PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147483648; {sql}";
        await command.ExecuteNonQueryAsync();
    }
}
