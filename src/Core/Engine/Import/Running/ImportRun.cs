using Clientele.Storage.Writing;

namespace Clientele.Import;

/// <summary>One reading of one file: fills batches from its rows until there are no more.</summary>
internal sealed class ImportRun(TableFile table, RowIntake intake, ImportBatch batch, RowLedger ledger, ErrorFile errors, Action<long, long> report, int rowsPerReport)
{
    /// <summary>Reads until the batch is full or the file ends.</summary>
    /// <returns>Whether there is anything to write.</returns>
    public async Task<bool> FillAsync(int batchRows, CancellationToken cancellationToken)
    {
        while (batch.Rows < batchRows && table.Read() is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ledger.Rows++;
            await TakeAsync(row, cancellationToken).ConfigureAwait(false);
            if (ledger.Rows % rowsPerReport == 0)
            {
                report(ledger.Rows, table.Position);
            }
        }

        if (batch.Rows > 0)
        {
            return true;
        }

        report(ledger.Rows, table.Length);
        return false;
    }

    public Task WriteAsync(StoreBatch writing, CancellationToken cancellationToken) => batch.WriteAsync(writing, cancellationToken);

    private async ValueTask TakeAsync(TableRow row, CancellationToken cancellationToken)
    {
        try
        {
            await intake.TakeAsync(row, cancellationToken).ConfigureAwait(false);
        }
        catch (RowRejectedException rejection)
        {
            var rejected = new RejectedRow(row.Number, rejection.Reason, row.Cells);
            ledger.Reject(rejected);
            await errors.AddAsync(rejected, cancellationToken).ConfigureAwait(false);
        }
    }
}
