namespace Clientele.Storage.Writing;

/// <summary>Writes matters. Their stages are folded from touchpoints, never written by hand.</summary>
internal sealed class MatterWriter(BatchStatements statements)
{
    private const string Insert = """
        INSERT INTO matter (id, client_id, type, title, opened_on, external_id, source, origin_id, depth)
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, coalesce((SELECT o.depth + 1 FROM matter o WHERE o.id = @7), 0)) ON CONFLICT (id) DO NOTHING
        """;

    public async Task<PutResult> PutAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        if (matter.Origin is { } origin && await statements["SELECT count(*) FROM matter WHERE id = @0"].With(origin.Value.Bytes()).ScalarAsync<long>(cancellationToken).ConfigureAwait(false) == 0)
        {
            throw new ClienteleException(ErrorCodes.ReferenceUnknown, $"The matter '{matter.Title}' came of the matter {origin}, which is not stored; store that one first.");
        }

        object?[] values = [matter.Id.Value.Bytes(), matter.Client.Value.Bytes(), matter.Type, matter.Title, matter.OpenedOn.Text(), matter.ExternalId, matter.Source, matter.Origin?.Value.Bytes()];
        var added = await statements[Insert].With(values).RunAsync(cancellationToken).ConfigureAwait(false);
        if (added == 0)
        {
            await RefuseOtherAsync(matter, cancellationToken).ConfigureAwait(false);
            var changed = await statements["UPDATE matter SET client_id = @1, title = @3, opened_on = @4 WHERE id = @0 AND type = @2 AND NOT (client_id = @1 AND title = @3 AND opened_on = @4)"]
                .With(values.AsSpan(0, 5)).RunAsync(cancellationToken).ConfigureAwait(false);
            if (changed == 0)
            {
                return PutResult.Unchanged;
            }
        }

        // The first stage begins on the opening day, so the stages are folded again.
        await statements["INSERT INTO matter_unfolded (matter_id) VALUES (@0) ON CONFLICT DO NOTHING"].With(values[0]).RunAsync(cancellationToken).ConfigureAwait(false);
        return added == 1 ? PutResult.Added : PutResult.Changed;
    }

    // An origin that could change could also close a circle, and a fold would then have no first matter.
    private async Task RefuseOtherAsync(Matter matter, CancellationToken cancellationToken)
    {
        var type = await statements["SELECT type FROM matter WHERE id = @0"].With(matter.Id.Value.Bytes()).ScalarAsync<string>(cancellationToken).ConfigureAwait(false);
        if (type != matter.Type)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"The matter '{matter.Title}' is stored as a {type}, not a {matter.Type}; a matter keeps its type, so open another one.");
        }

        if (matter.Origin is { } origin && await statements["SELECT count(*) FROM matter WHERE id = @0 AND origin_id = @1"].With(matter.Id.Value.Bytes(), origin.Value.Bytes()).ScalarAsync<long>(cancellationToken).ConfigureAwait(false) == 0)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"The matter '{matter.Title}' is stored with another origin; a matter keeps its origin, so open another one.");
        }
    }
}
