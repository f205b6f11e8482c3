using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Reads what insights found and somebody kept.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class KeptInsightReader
{
    private readonly SqliteDatabase _database;

    internal KeptInsightReader(SqliteDatabase database) => _database = database;

    /// <summary>Streams what was kept of an insight, by day, then by settings.</summary>
    /// <param name="insight">Its name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The rows.</returns>
    public IAsyncEnumerable<KeptInsight> OfAsync(string insight, CancellationToken cancellationToken = default) => Query.RowsAsync(
        _database,
        "SELECT insight, as_of, settings, result FROM kept_insight WHERE insight = @0 ORDER BY as_of, settings",
        [insight],
        reader => new KeptInsight(reader.GetString(0), reader.DayAt(1), reader.GetString(2), reader.GetString(3)),
        cancellationToken);
}
