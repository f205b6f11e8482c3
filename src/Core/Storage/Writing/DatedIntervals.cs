namespace Clientele.Storage.Writing;

/// <summary>Writes what holds from a day until another takes its place: attribute values and owners.</summary>
/// <param name="statements">The batch's statements.</param>
/// <param name="table">The table.</param>
/// <param name="subject">The column of whoever it holds for.</param>
/// <param name="key">The column of what holds.</param>
/// <param name="content">The column of the value.</param>
/// <param name="changed">Tells the readers of the log whose facts changed, given the subject.</param>
internal sealed class DatedIntervals(BatchStatements statements, string table, string subject, string key, string content, string changed)
{
    private readonly string _current = $"SELECT {content} FROM {table} WHERE {subject} = @0 AND {key} = @1 AND from_on <= @2 AND (until_on IS NULL OR until_on > @2) ORDER BY from_on DESC LIMIT 1";
    private readonly string _next = $"SELECT min(from_on) FROM {table} WHERE {subject} = @0 AND {key} = @1 AND from_on > @2";
    private readonly string _end = $"UPDATE {table} SET until_on = @2 WHERE {subject} = @0 AND {key} = @1 AND from_on < @2 AND (until_on IS NULL OR until_on > @2)";
    private readonly string _begin = $"""
        INSERT INTO {table} ({subject}, {key}, from_on, until_on, {content}, source) VALUES (@0, @1, @2, @3, @4, @5)
        ON CONFLICT ({subject}, {key}, from_on) DO UPDATE SET {content} = excluded.{content}, source = excluded.source
        """;

    /// <summary>Begins an interval, ending the one it falls into; a back-dated one lasts until the next begins. What holds already changes nothing.</summary>
    public async Task<PutResult> PutAsync(Guid whose, string name, string value, DateOnly from, string source, CancellationToken cancellationToken)
    {
        var (id, day) = (whose.Bytes(), from.Text());
        var current = await statements[_current].With(id, name, day).ScalarAsync<string>(cancellationToken).ConfigureAwait(false);
        if (current == value)
        {
            return PutResult.Unchanged;
        }

        var next = await statements[_next].With(id, name, day).ScalarAsync<string>(cancellationToken).ConfigureAwait(false);
        await statements[_end].With(id, name, day).RunAsync(cancellationToken).ConfigureAwait(false);
        await statements[_begin].With(id, name, day, next, value, source).RunAsync(cancellationToken).ConfigureAwait(false);
        await statements[changed].With(id).RunAsync(cancellationToken).ConfigureAwait(false);
        return current is null ? PutResult.Added : PutResult.Changed;
    }
}
