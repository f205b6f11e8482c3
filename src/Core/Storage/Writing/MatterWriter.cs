namespace Clientele.Storage.Writing;

/// <summary>Writes matters. Their stages are folded from touchpoints, never written by hand.</summary>
internal sealed class MatterWriter(BatchStatements statements)
{
    public async Task<PutResult> PutAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        object?[] values = [matter.Id.Value.Bytes(), matter.Client.Value.Bytes(), matter.Type, matter.Title, matter.OpenedOn.Text(), matter.ExternalId, matter.Source];
        var added = await statements["INSERT INTO matter (id, client_id, type, title, opened_on, external_id, source) VALUES (@0, @1, @2, @3, @4, @5, @6) ON CONFLICT (id) DO NOTHING"].With(values).RunAsync(cancellationToken).ConfigureAwait(false);
        if (added == 0)
        {
            var changed = await statements["UPDATE matter SET client_id = @1, title = @3, opened_on = @4 WHERE id = @0 AND type = @2 AND NOT (client_id = @1 AND title = @3 AND opened_on = @4)"]
                .With(values.AsSpan(0, 5)).RunAsync(cancellationToken).ConfigureAwait(false);
            if (changed == 0)
            {
                await RefuseOtherTypeAsync(matter, cancellationToken).ConfigureAwait(false);
                return PutResult.Unchanged;
            }
        }

        // The first stage begins on the opening day, so the stages are folded again.
        await statements["INSERT INTO matter_unfolded (matter_id) VALUES (@0) ON CONFLICT DO NOTHING"].With(values[0]).RunAsync(cancellationToken).ConfigureAwait(false);
        return added == 1 ? PutResult.Added : PutResult.Changed;
    }

    private async Task RefuseOtherTypeAsync(Matter matter, CancellationToken cancellationToken)
    {
        var type = await statements["SELECT type FROM matter WHERE id = @0"].With(matter.Id.Value.Bytes()).ScalarAsync<string>(cancellationToken).ConfigureAwait(false);
        if (type != matter.Type)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"The matter '{matter.Title}' is stored as a {type}, not a {matter.Type}; a matter keeps its type, so open another one.");
        }
    }
}
