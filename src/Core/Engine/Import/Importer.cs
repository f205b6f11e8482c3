using Clientele.Storage;
using Clientele.Storage.Writing;

namespace Clientele.Import;

/// <summary>Takes client files into the store: rows become clients, contacts, matters and facts; bad rows become an error file and never stop the good ones.</summary>
/// <remarks>
/// Thread-safe; imports into one store wait for each other. A batch of rows lands in one transaction, so an import that is killed or cancelled leaves the database
/// before or after a batch, and running it again completes it: what is stored already with equal content changes nothing.
/// </remarks>
/// <param name="store">Where to.</param>
/// <param name="catalogue">The registered vocabulary, to refuse kinds, attributes and values that nobody registered; <see langword="null"/> to take them as they are.</param>
/// <example>
/// <code>
/// var mapping = await ImportMapping.LoadAsync("suppliers.yaml");
/// var result = await new Importer(store, catalogue).ImportAsync("suppliers.csv", mapping, new ImportOptions { ErrorFile = "suppliers.errors.csv" });
/// </code>
/// </example>
public sealed class Importer(Store store, Catalogue? catalogue = null)
{
    private const int RowsPerReport = 1000;

    /// <summary>Imports a file.</summary>
    /// <param name="file">A CSV, XLSX or XLS file.</param>
    /// <param name="mapping">Which column is what.</param>
    /// <param name="options">How; the defaults when left out.</param>
    /// <param name="progress">Told every thousand rows and at the end.</param>
    /// <param name="cancellationToken">Stops the import; the batches that have landed stay.</param>
    /// <returns>What was read and what it changed.</returns>
    /// <exception cref="ClienteleException">The file cannot be read (<see cref="ErrorCodes.ImportUnreadable"/>), or the mapping does not fit it, its columns are missing or it uses names that nobody registered (<see cref="ErrorCodes.MappingInvalid"/>); nothing was imported.</exception>
    public async Task<ImportResult> ImportAsync(string file, ImportMapping mapping, ImportOptions? options = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(mapping);
        options ??= new ImportOptions();
        if (options.ErrorFile.Length > 0 && Path.GetFullPath(options.ErrorFile) == Path.GetFullPath(file))
        {
            throw new ClienteleException(ErrorCodes.ImportUnreadable, $"The error file would replace '{file}' itself; name another.");
        }

        using var table = TableFile.Open(file, mapping.File);
        var plan = RowPlan.Fit(mapping, table.Headers, catalogue, store.Currency, file);
        var errors = OpenErrors(options.ErrorFile, table.Headers);
        await using (errors.ConfigureAwait(false))
        {
            var ledger = new RowLedger();
            var tallies = new ImportTallies();
            var batch = new ImportBatch(mapping.Source, tallies);
            var intake = new RowIntake(plan, store, batch, ledger);
            var run = new ImportRun(table, intake, batch, ledger, errors, (rows, at) => progress?.Report(new(rows, at, table.Length)), RowsPerReport);
            await (options.DryRun ? RehearseAsync(run, cancellationToken) : WriteAsync(run, options.BatchRows, cancellationToken)).ConfigureAwait(false);
            return Result(file, table.Description, options.DryRun, ledger, tallies, errors.Path);
        }
    }

    private async Task WriteAsync(ImportRun run, int batchRows, CancellationToken cancellationToken)
    {
        while (await run.FillAsync(batchRows, cancellationToken).ConfigureAwait(false))
        {
            var writing = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
            await using (writing.ConfigureAwait(false))
            {
                await run.WriteAsync(writing, cancellationToken).ConfigureAwait(false);
                await writing.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes everything in one transaction, which is then undone: later batches must find what earlier ones made.</summary>
    private async Task RehearseAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var writing = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (writing.ConfigureAwait(false))
        {
            while (await run.FillAsync(new ImportOptions().BatchRows, cancellationToken).ConfigureAwait(false))
            {
                await run.WriteAsync(writing, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static ErrorFile OpenErrors(string path, IReadOnlyList<string> headers)
    {
        try
        {
            return new ErrorFile(path, headers);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClienteleException(ErrorCodes.ImportUnreadable, $"The error file '{path}' cannot be replaced ({error.Message}); close the program that has it open.", error);
        }
    }

    private static ImportResult Result(string file, string format, bool dryRun, RowLedger ledger, ImportTallies tallies, string errorFile) => new()
    {
        File = file,
        Format = format,
        Rows = ledger.Rows,
        NotSelected = ledger.NotSelected,
        Duplicates = ledger.Duplicates,
        Rejected = ledger.Rejected,
        FirstRejected = ledger.FirstRejected,
        RejectedByReason = ledger.Reasons,
        Noticed = ledger.Noticed,
        FirstNoticed = ledger.FirstNoticed,
        Clients = tallies.Clients.Counts,
        Attributes = tallies.Attributes.Counts,
        Owners = tallies.Owners.Counts,
        Contacts = tallies.Contacts.Counts,
        Consents = tallies.Consents.Counts,
        Matters = tallies.Matters.Counts,
        Touchpoints = tallies.Touchpoints.Counts,
        DryRun = dryRun,
        ErrorFile = errorFile,
    };
}
