using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Clientele.Storage.Reading;

namespace Clientele.Storage.Writing;

/// <summary>Appends touchpoints to the log.</summary>
internal sealed class TouchpointWriter(StatementCache statements, string currency, TimeProvider time)
{
    private const string Insert = """
        INSERT INTO touchpoint (id, client_id, kind, occurred_on, recorded_at, channel, done_by, contact_id, matter_id, amount_e4, note, details, corrects, withdrawn, source)
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14)
        """;

    // Facts of one batch are recorded at one instant, and its text is made once.
    private readonly string _recordedAt = time.GetUtcNow().Text();

    public async Task AppendAsync(Touchpoint touchpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        if (touchpoint.Corrects is not null)
        {
            touchpoint = touchpoint with { Corrects = await OriginalAsync(touchpoint.Corrects.Value, cancellationToken).ConfigureAwait(false) };
        }

        try
        {
            await Bind(statements[Insert], touchpoint).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            throw Explain(error, touchpoint);
        }
    }

    public async Task<PutResult> PutAsync(Touchpoint touchpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        try
        {
            if (await Bind(statements[$"{Insert} ON CONFLICT (id) DO NOTHING"], touchpoint).RunAsync(cancellationToken).ConfigureAwait(false) == 1)
            {
                return PutResult.Added;
            }
        }
        catch (DbException error)
        {
            throw Explain(error, touchpoint);
        }

        var stored = await InForceAsync(touchpoint.Id, cancellationToken).ConfigureAwait(false);
        var content = Content(touchpoint);
        if (stored is not null && !stored.Withdrawn && Content(stored) == content)
        {
            return PutResult.Unchanged;
        }

        // The correction's id follows from what it corrects and what is stored now, so a file that goes back and forth still appends each time.
        var basis = stored?.Id ?? touchpoint.Id;
        await AppendAsync(touchpoint with { Id = TouchpointId.From($"correction of {basis}", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content)))), Corrects = touchpoint.Id }, cancellationToken).ConfigureAwait(false);
        return PutResult.Changed;
    }

    private async Task<Touchpoint?> InForceAsync(TouchpointId original, CancellationToken cancellationToken)
    {
        var reader = await statements[$"SELECT {TouchpointReader.Columns} FROM touchpoint t WHERE t.id = @0 OR t.corrects = @0 ORDER BY t.seq DESC LIMIT 1"].With(original.Value.Bytes()).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? TouchpointReader.Read(reader, currency) : null;
        }
    }

    private async Task<TouchpointId> OriginalAsync(TouchpointId corrected, CancellationToken cancellationToken)
    {
        var reader = await statements["SELECT coalesce(corrects, id) FROM touchpoint WHERE id = @0"].With(corrected.Value.Bytes()).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? new TouchpointId(reader.Id(0))
                : throw new ClienteleException(ErrorCodes.ReferenceUnknown, $"The touchpoint {corrected} that is to be corrected is not stored.");
        }
    }

    private Statement Bind(Statement statement, Touchpoint touchpoint)
    {
        if (touchpoint.Amount is { } amount && amount.Currency != currency)
        {
            throw new ClienteleException(ErrorCodes.CurrencyMixed, $"The amount {amount} is not in {currency}, the currency of this database; convert it and keep the original in the details.");
        }

        statement.Set(0, touchpoint.Id.Value.Bytes());
        statement.Set(1, touchpoint.Client.Value.Bytes());
        statement.Set(2, touchpoint.Kind);
        statement.Set(3, touchpoint.OccurredOn.Text());
        statement.Set(4, touchpoint.RecordedAt == default ? _recordedAt : touchpoint.RecordedAt.Text());
        statement.Set(5, touchpoint.Channel);
        statement.Set(6, touchpoint.By);
        statement.Set(7, touchpoint.Contact?.Value.Bytes());
        statement.Set(8, touchpoint.Matter?.Value.Bytes());
        statement.Set(9, touchpoint.Amount?.E4());
        statement.Set(10, touchpoint.Note);
        statement.Set(11, DetailsJson.Write(touchpoint.Details));
        statement.Set(12, touchpoint.Corrects?.Value.Bytes());
        statement.Set(13, touchpoint.Withdrawn ? 1 : 0);
        statement.Set(14, touchpoint.Source);
        return statement;
    }

    /// <summary>Everything of a touchpoint but its id, when it was recorded and what it corrects.</summary>
    private static string Content(Touchpoint t) =>
        string.Join('\u001F', t.Client, t.Kind, t.OccurredOn.Text(), t.Channel, t.By, t.Contact, t.Matter, t.Amount?.E4(), t.Note, DetailsJson.Write(t.Details), t.Withdrawn, t.Source);

    private static ClienteleException Explain(DbException error, Touchpoint touchpoint) =>
        error.Message.Contains("FOREIGN KEY", StringComparison.Ordinal)
            ? new(ErrorCodes.ReferenceUnknown, $"The touchpoint {touchpoint.Id} ({touchpoint.Kind}, {touchpoint.OccurredOn.Text()}) names a client, contact or matter that is not stored; store it first.", error)
            : error.Message.Contains("UNIQUE", StringComparison.Ordinal)
                ? new(ErrorCodes.TouchpointExists, $"The touchpoint {touchpoint.Id} is stored already; append a correction that names it instead.", error)
                : new(ErrorCodes.DatabaseUnusable, $"The touchpoint {touchpoint.Id} could not be written: {error.Message}.", error);
}
