using Clientele.Storage.Writing;

namespace Clientele.Storage.PluginData;

/// <summary>Renames what is stored under a name, and what was derived from it.</summary>
internal sealed class NameRenaming(BatchStatements statements, RenameData rename)
{
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        if (await RunAsync($"SELECT count(*) FROM {Source} = @1", scalar: true, cancellationToken).ConfigureAwait(false) is > 0 and var taken)
        {
            throw DataChanges.Refused(rename, $"{taken} records are stored under the new name already.");
        }

        return await (rename.What switch
        {
            StoredName.Attribute => AttributeAsync(cancellationToken),
            StoredName.TouchpointKind => KindAsync(cancellationToken),
            StoredName.MatterType => MatterTypeAsync(cancellationToken),
            StoredName.Measure => MeasureAsync(cancellationToken),
            StoredName.Scheme => SchemeAsync(cancellationToken),
            StoredName.Policy => RunAsync("UPDATE follow_up SET policy = @1 WHERE policy = @0", cancellationToken),
            StoredName.Letter => RunAsync("UPDATE document SET name = @1 WHERE kind = 'letter' AND name = @0", cancellationToken),
            _ => RunAsync("UPDATE document SET name = @1 WHERE kind = 'report' AND name = @0", cancellationToken),
        }).ConfigureAwait(false);
    }

    // Populations are kept under "scheme/measure".
    private string Source => rename.What switch
    {
        StoredName.Attribute => $"{AttributeTables.Values} WHERE name",
        StoredName.TouchpointKind => "touchpoint WHERE kind",
        StoredName.MatterType => "matter WHERE type",
        StoredName.Measure => "population WHERE substr(name, instr(name, '/') + 1)",
        StoredName.Scheme => "membership WHERE scheme",
        StoredName.Policy => "follow_up WHERE policy",
        StoredName.Letter => "document WHERE kind = 'letter' AND name",
        _ => "document WHERE kind = 'report' AND name",
    };

    private async Task<long> AttributeAsync(CancellationToken cancellationToken)
    {
        await AttributeTables.NoteAsync(statements, "name = @0", [rename.From], cancellationToken).ConfigureAwait(false);
        await ReasonsAsync(cancellationToken).ConfigureAwait(false);
        var renamed = 0L;
        foreach (var table in AttributeTables.All)
        {
            renamed += await RunAsync($"UPDATE {table.Name} SET name = @1 WHERE name = @0", cancellationToken).ConfigureAwait(false);
        }

        return renamed;
    }

    private async Task<long> KindAsync(CancellationToken cancellationToken)
    {
        await RunAsync($"{ClientChanges.OfKinds} kind = @0", cancellationToken).ConfigureAwait(false);
        await RunAsync("UPDATE touchpoint_month SET kind = @1 WHERE kind = @0", cancellationToken).ConfigureAwait(false);
        return await RunAsync("UPDATE touchpoint SET kind = @1 WHERE kind = @0", cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> MatterTypeAsync(CancellationToken cancellationToken)
    {
        await RunAsync($"{ClientChanges.OfMatters} type = @0", cancellationToken).ConfigureAwait(false);
        await RunAsync("INSERT INTO matter_unfolded (matter_id) SELECT id FROM matter WHERE type = @0 ON CONFLICT DO NOTHING", cancellationToken).ConfigureAwait(false);
        return await RunAsync("UPDATE matter SET type = @1 WHERE type = @0", cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> MeasureAsync(CancellationToken cancellationToken)
    {
        await RunAsync("UPDATE population SET name = substr(name, 1, instr(name, '/')) || @1 WHERE substr(name, instr(name, '/') + 1) = @0", cancellationToken).ConfigureAwait(false);
        return await ReasonsAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> SchemeAsync(CancellationToken cancellationToken)
    {
        await RunAsync("UPDATE population SET name = @1 || substr(name, instr(name, '/')) WHERE substr(name, 1, instr(name, '/') - 1) = @0", cancellationToken).ConfigureAwait(false);
        foreach (var table in new[] { "scheme_version", "scheme_cut", "segment_override" })
        {
            await RunAsync($"UPDATE {table} SET scheme = @1 WHERE scheme = @0", cancellationToken).ConfigureAwait(false);
        }

        return await RunAsync("UPDATE membership SET scheme = @1 WHERE scheme = @0", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Memberships keep the values that decided, by name; an explanation looks them up by the name of today.</summary>
    private async Task<long> ReasonsAsync(CancellationToken cancellationToken)
    {
        var rows = await statements.ListAsync(
            "SELECT client_id, scheme, from_on, reasons FROM membership WHERE instr(reasons, @0) > 0",
            [KeyText.Pattern(rename.From)],
            row => (Client: row.Id(0).Bytes(), Scheme: row.GetString(1), From: row.GetString(2), Reasons: DetailsJson.Read(row.Utf8(3))),
            cancellationToken).ConfigureAwait(false);
        foreach (var (client, scheme, from, reasons) in rows)
        {
            await statements["UPDATE membership SET reasons = @3 WHERE client_id = @0 AND scheme = @1 AND from_on = @2"].With(client, scheme, from, KeyText.Renamed(reasons, rename.From, rename.To)).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return rows.Count;
    }

    private Task<long> RunAsync(string sql, CancellationToken cancellationToken) => RunAsync(sql, scalar: false, cancellationToken);

    private async Task<long> RunAsync(string sql, bool scalar, CancellationToken cancellationToken)
    {
        // A statement that does not read the old or the new name still takes both.
        var statement = statements[$"{sql} /* @0 @1 */"].With(rename.From, rename.To);
        return scalar ? await statement.ScalarAsync<long>(cancellationToken).ConfigureAwait(false) : await statement.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
