using System.Security.Cryptography;
using System.Text;
using Clientele.Storage.Reading;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clientele.Storage.Writing;

/// <summary>Appends touchpoints to the log.</summary>
internal sealed class TouchpointWriter(BatchStatements statements, string currency, TimeProvider time)
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
        var corrects = await OriginalAsync(touchpoint.Corrects, cancellationToken).ConfigureAwait(false);
        await InsertAsync(Insert, touchpoint, corrects, cancellationToken).ConfigureAwait(false);
    }

    public async Task<PutResult> PutAsync(Touchpoint touchpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        var corrects = await OriginalAsync(touchpoint.Corrects, cancellationToken).ConfigureAwait(false);
        if (await InsertAsync($"{Insert} ON CONFLICT (id) DO NOTHING", touchpoint, corrects, cancellationToken).ConfigureAwait(false) == 1)
        {
            return PutResult.Added;
        }

        var (latest, equal) = await LatestAsync(touchpoint, cancellationToken).ConfigureAwait(false);
        if (equal)
        {
            return PutResult.Unchanged;
        }

        // The correction's id follows from what it corrects and what is stored now, so a file that goes back and forth still appends each time.
        var id = TouchpointId.From($"correction of {latest}", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Content(touchpoint)))));
        await AppendAsync(touchpoint with { Id = id, Corrects = touchpoint.Id }, cancellationToken).ConfigureAwait(false);
        return PutResult.Changed;
    }

    /// <summary>The latest version of the fact that a stored id belongs to, and whether it says the same. Compared by the database, which knows best what it stored.</summary>
    private async Task<(TouchpointId Id, bool Equal)> LatestAsync(Touchpoint touchpoint, CancellationToken cancellationToken)
    {
        var statement = Bind(
            statements[$"""
                SELECT t.id, t.client_id = @1 AND t.kind = @2 AND t.occurred_on = @3 AND t.channel = @5 AND t.done_by = @6 AND t.contact_id IS @7 AND t.matter_id IS @8
                    AND t.amount_e4 IS @9 AND t.note = @10 AND t.details IS @11 AND t.withdrawn = @13 AND t.source = @14 /* @4 @12 */
                FROM touchpoint t WHERE t.seq = (
                    SELECT max(coalesce((SELECT max(later.seq) FROM touchpoint later WHERE later.corrects = coalesce(known.corrects, known.id)), 0), known.seq)
                    FROM touchpoint known WHERE known.id = @0)
                """],
            touchpoint,
            null);
        var reader = await statement.ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.NextAsync(cancellationToken).ConfigureAwait(false);
            return (new TouchpointId(reader.Id(0)), reader.GetInt64(1) != 0);
        }
    }

    /// <summary>All versions of a fact name its first, so that no chain has to be followed.</summary>
    private async ValueTask<byte[]?> OriginalAsync(TouchpointId? corrected, CancellationToken cancellationToken)
    {
        if (corrected is not { } id)
        {
            return null;
        }

        var reader = await statements["SELECT coalesce(corrects, id) FROM touchpoint WHERE id = @0"].With(id.Value.Bytes()).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.NextAsync(cancellationToken).ConfigureAwait(false)
                ? reader.Id(0).Bytes()
                : throw new ClienteleException(ErrorCodes.ReferenceUnknown, $"The touchpoint {id} that is to be corrected is not stored.");
        }
    }

    private async ValueTask<int> InsertAsync(string sql, Touchpoint touchpoint, byte[]? corrects, CancellationToken cancellationToken)
    {
        try
        {
            return await Bind(statements[sql], touchpoint, corrects).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ClienteleException error) when (error.InnerException is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_FOREIGNKEY })
        {
            throw new ClienteleException(ErrorCodes.ReferenceUnknown, $"The touchpoint {touchpoint.Id} ({touchpoint.Kind}, {touchpoint.OccurredOn.Text()}) names a client, contact or matter that is not stored; store it first.", error.InnerException);
        }
        catch (ClienteleException error) when (error.InnerException is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE })
        {
            throw new ClienteleException(ErrorCodes.TouchpointExists, $"The touchpoint {touchpoint.Id} is stored already; append a correction that names it instead.", error.InnerException);
        }
    }

    private Statement Bind(Statement statement, Touchpoint touchpoint, byte[]? corrects)
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
        statement.Set(12, corrects);
        statement.Set(13, touchpoint.Withdrawn ? 1 : 0);
        statement.Set(14, touchpoint.Source);
        return statement;
    }

    /// <summary>Everything of a touchpoint but its id, when it was recorded and what it corrects.</summary>
    private static string Content(Touchpoint t) =>
        string.Join('\u001F', t.Client, t.Kind, t.OccurredOn.Text(), t.Channel, t.By, t.Contact, t.Matter, t.Amount?.E4(), t.Note, DetailsJson.Write(t.Details), t.Withdrawn, t.Source);
}
