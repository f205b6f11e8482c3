using Clientele.Storage.Writing;

namespace Clientele.Storage.PluginData;

/// <summary>Carries out one change of a migration, and counts the rows it changed.</summary>
internal static class DataChanges
{
    public static async Task<long> ApplyAsync(BatchStatements statements, DataChange change, CancellationToken cancellationToken)
    {
        await statements[SegmentCounting.ForgetAll].RunAsync(cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(statements, change, cancellationToken).ConfigureAwait(false);
    }

    private static Task<long> ChangeAsync(BatchStatements statements, DataChange change, CancellationToken cancellationToken) => change switch
    {
        RenameData rename => new NameRenaming(statements, rename).RunAsync(cancellationToken),
        RenameSegment rename => SegmentAsync(statements, rename, cancellationToken),
        RenameDetail rename => DetailAsync(statements, rename, cancellationToken),
        ConvertValues convert => new AttributeConversion(statements, convert.Name).RunAsync(value => convert.Values.GetValueOrDefault(value, convert.Others!), cancellationToken),
        ScaleValues scale => new AttributeConversion(statements, scale.Name).RunAsync(value => AttributeConversion.Scaled(value, scale.Factor), cancellationToken),
        RemoveValues remove => RemoveAsync(statements, remove, cancellationToken),
        _ => throw new NotSupportedException($"Changes of type {change.GetType().Name} cannot be carried out."),
    };

    public static ClienteleException Refused(DataChange change, string because) => Refused(change.Sentence.En, because);

    public static ClienteleException Refused(string change, string because) => new(ErrorCodes.RecordInvalid, $"Cannot {change}: {because}");

    private static async Task<long> SegmentAsync(BatchStatements statements, RenameSegment rename, CancellationToken cancellationToken)
    {
        var taken = await statements["SELECT count(*) FROM membership WHERE scheme = @0 AND segment = @1"].With(rename.Scheme, rename.To).ScalarAsync<long>(cancellationToken).ConfigureAwait(false);
        if (taken > 0)
        {
            throw Refused(rename, $"{taken} memberships are stored under the new name already.");
        }

        await statements["UPDATE segment_override SET segment = @2 WHERE scheme = @0 AND segment = @1"].With(rename.Scheme, rename.From, rename.To).RunAsync(cancellationToken).ConfigureAwait(false);
        return await statements["UPDATE membership SET segment = @2 WHERE scheme = @0 AND segment = @1"].With(rename.Scheme, rename.From, rename.To).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<long> DetailAsync(BatchStatements statements, RenameDetail rename, CancellationToken cancellationToken)
    {
        var rows = await statements.ListAsync(
            "SELECT seq, details FROM touchpoint WHERE kind = @0 AND instr(details, @1) > 0",
            [rename.Kind, KeyText.Pattern(rename.From)],
            row => (Seq: row.GetInt64(0), Details: DetailsJson.Read(row.Utf8(1))),
            cancellationToken).ConfigureAwait(false);
        var both = rows.Count(row => row.Details.ContainsKey(rename.To));
        if (both > 0)
        {
            throw Refused(rename, $"{both} touchpoints have both details.");
        }

        foreach (var (seq, details) in rows)
        {
            await statements["UPDATE touchpoint SET details = @1 WHERE seq = @0"].With(seq, KeyText.Renamed(details, rename.From, rename.To)).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return rows.Count;
    }

    private static async Task<long> RemoveAsync(BatchStatements statements, RemoveValues remove, CancellationToken cancellationToken)
    {
        await AttributeTables.NoteAsync(statements, "name = @0", [remove.Name], cancellationToken).ConfigureAwait(false);
        var removed = 0L;
        foreach (var table in AttributeTables.All)
        {
            removed += await statements[$"DELETE FROM {table.Name} WHERE name = @0"].With(remove.Name).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return removed;
    }
}
