using System.Security.Cryptography;
using System.Text;
using Clientele.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clientele.Storage.Writing;

/// <summary>Appends touchpoints to the log.</summary>
internal sealed class TouchpointWriter(BatchStatements statements, TouchpointStatements touchpoints, string currency, TimeProvider time)
{
    // Facts of one batch are recorded at one instant, and its text is made once.
    private readonly string _recordedAt = time.GetUtcNow().Text();

    public Task AppendAsync(Touchpoint touchpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        cancellationToken.ThrowIfCancellationRequested();
        if (touchpoint.Corrects is { } corrected)
        {
            return CorrectAsync(touchpoint, corrected, cancellationToken);
        }

        Insert(touchpoints.Append, touchpoint, null);
        return Task.CompletedTask;
    }

    public async Task<PutResult> PutAsync(Touchpoint touchpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        cancellationToken.ThrowIfCancellationRequested();
        TouchpointId? original = touchpoint.Corrects is { } corrected ? await OriginalAsync(corrected, cancellationToken).ConfigureAwait(false) : null;
        if (Insert(touchpoints.AppendUnlessStored, touchpoint, original) == 1)
        {
            return PutResult.Added;
        }

        touchpoints.Latest.Bind(touchpoint, _recordedAt, null);
        var (latest, equal) = touchpoints.Latest.First();
        if (equal)
        {
            return PutResult.Unchanged;
        }

        // The correction's id follows from what it corrects and what is stored now, so a file that goes back and forth still appends each time.
        var id = TouchpointId.From($"correction of {new TouchpointId(latest)}", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Content(touchpoint)))));
        await CorrectAsync(touchpoint with { Id = id }, touchpoint.Id, cancellationToken).ConfigureAwait(false);
        return PutResult.Changed;
    }

    private async Task CorrectAsync(Touchpoint touchpoint, TouchpointId corrected, CancellationToken cancellationToken) =>
        Insert(touchpoints.Append, touchpoint, await OriginalAsync(corrected, cancellationToken).ConfigureAwait(false));

    /// <summary>All versions of a fact name its first, so that no chain has to be followed.</summary>
    private async Task<TouchpointId> OriginalAsync(TouchpointId corrected, CancellationToken cancellationToken)
    {
        var reader = await statements["SELECT coalesce(corrects, id) FROM touchpoint WHERE id = @0"].With(corrected.Value.Bytes()).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.NextAsync(cancellationToken).ConfigureAwait(false)
                ? new TouchpointId(reader.Id(0))
                : throw new ClienteleException(ErrorCodes.ReferenceUnknown, $"The touchpoint {corrected} that is to be corrected is not stored.");
        }
    }

    private int Insert(TouchpointStatement statement, Touchpoint touchpoint, TouchpointId? original)
    {
        statements.Check();
        if (touchpoint.Amount is { } amount && amount.Currency != currency)
        {
            throw new ClienteleException(ErrorCodes.CurrencyMixed, $"The amount {amount} is not in {currency}, the currency of this database; convert it and keep the original in the details.");
        }

        try
        {
            statement.Bind(touchpoint, _recordedAt, original);
            return statement.Run();
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

    /// <summary>Everything of a touchpoint but its id, when it was recorded and what it corrects.</summary>
    private static string Content(Touchpoint t) =>
        string.Join('\u001F', t.Client, t.Kind, t.OccurredOn.Text(), t.Channel, t.By, t.Contact, t.Matter, t.Amount?.E4(), t.Note, DetailsJson.Write(t.Details), t.Withdrawn, t.Source);
}
