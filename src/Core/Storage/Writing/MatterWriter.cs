namespace Clientele.Storage.Writing;

/// <summary>Writes matters. Their stages are folded from touchpoints, never written by hand.</summary>
internal sealed class MatterWriter(StatementCache statements)
{
    public async Task<PutResult> PutAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        object?[] values = [matter.Id.Value.Bytes(), matter.Client.Value.Bytes(), matter.Type, matter.Title, matter.OpenedOn.Text(), matter.ExternalId, matter.Source];
        var added = await statements["INSERT INTO matter (id, client_id, type, title, opened_on, external_id, source) VALUES (@0, @1, @2, @3, @4, @5, @6) ON CONFLICT (id) DO NOTHING"].With(values).RunAsync(cancellationToken).ConfigureAwait(false);
        if (added == 1)
        {
            return PutResult.Added;
        }

        var changed = await statements["UPDATE matter SET client_id = @1, title = @3, opened_on = @4 WHERE id = @0 AND type = @2 AND NOT (client_id = @1 AND title = @3 AND opened_on = @4)"]
            .With(values.AsSpan(0, 5)).RunAsync(cancellationToken).ConfigureAwait(false);
        return changed == 1 ? PutResult.Changed : PutResult.Unchanged;
    }
}
