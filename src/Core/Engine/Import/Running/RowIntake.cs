using Clientele.Storage;

namespace Clientele.Import;

/// <summary>Takes the rows of one file in, one by one: rejects, recognises repetitions, and hands new records to the batch.</summary>
internal sealed class RowIntake(RowPlan plan, Store store, ImportBatch batch, RowLedger ledger)
{
    private readonly SeenIds _seen = new();
    private StoredReferences? _references;

    /// <exception cref="RowRejectedException">Something in the row is wrong; nothing of it was taken in.</exception>
    public async ValueTask TakeAsync(TableRow row, CancellationToken cancellationToken)
    {
        var parts = plan.Read(row);
        if (parts.Count == 0)
        {
            ledger.NotSelected++;
            return;
        }

        _references ??= new StoredReferences(store, _seen);
        foreach (var part in parts)
        {
            await _references.CheckAsync(part, cancellationToken).ConfigureAwait(false);
        }

        var records = parts.SelectMany(RowRecord.Of).ToList();
        if (IsRepetition(records, row.Number))
        {
            ledger.Duplicates++;
            return;
        }

        foreach (var record in records)
        {
            Take(record, row);
        }

        batch.Rows++;
    }

    /// <summary>Whether the row says nothing that the file has not said before; rejects a row that contradicts the file in what it is there for.</summary>
    private bool IsRepetition(List<RowRecord> records, long row)
    {
        var own = new Dictionary<Guid, ulong>();
        var isNew = false;
        foreach (var record in records.Where(record => record.IsOwn))
        {
            var isKnown = _seen.TryGet(record.Key, out var seen);
            if (isKnown && seen.Content != record.Content || !own.TryAdd(record.Key, record.Content) && own[record.Key] != record.Content)
            {
                throw new RowRejectedException(Because.Contradicts(record.What, record.ExternalId, isKnown ? seen.Row : row, record.Place));
            }

            isNew |= !isKnown;
        }

        return own.Count > 0 && !isNew;
    }

    private void Take(RowRecord record, TableRow row)
    {
        if (!_seen.TryGet(record.Key, out var seen))
        {
            _seen.Add(record.Key, new Seen(record.Content, row.Number));
            batch.Add(record.Record);
            return;
        }

        if (seen.Content != record.Content)
        {
            ledger.Notice(new RejectedRow(row.Number, Because.FirstIsKept(record.What, record.ExternalId, seen.Row, record.Place), row.Cells));
            return;
        }

        if (record.Record is Client client)
        {
            batch.Again(client);
        }
    }
}
