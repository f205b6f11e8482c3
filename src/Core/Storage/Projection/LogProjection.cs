using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clientele.Storage.Reading;
using Clientele.Storage.Sqlite;
using Clientele.Storage.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clientele.Storage.Projection;

/// <summary>Brings what is folded from the log up to its end: the sums per client, month and kind, and the stages of matters. Costs what was appended since.</summary>
public static class LogProjection
{
    /// <summary>How far the log is folded.</summary>
    internal const string Projected = $"SELECT touchpoint FROM log_position WHERE reader = '{Reader}'";

    private const string Reader = "projection";

    /// <summary>Projects, in the batch it is given.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="matterTypes">The registered state machines, by name. Matters of other types keep the stages they had.</param>
    /// <param name="allowed">Judges moves that require something; such moves are not made where it is <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the projecting; the batch must then be undone.</param>
    /// <returns>The end of the log it came to.</returns>
    /// <exception cref="ClienteleException">The amounts of a client and month add up to more than can be kept (<see cref="ErrorCodes.AmountInvalid"/>). After this and any other failure the batch can only be undone.</exception>
    public static async Task<LogPosition> ProjectAsync(this StoreBatch batch, IReadOnlyDictionary<string, MatterType> matterTypes, MoveAllowed? allowed = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(matterTypes);
        using var stopped = batch.Statements.StoppedBy(cancellationToken);
        try
        {
            return await FoldAsync(batch, matterTypes, allowed, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Half of a fold must not be committed by a caller who catches this.
            batch.Statements.GiveUp();
            throw;
        }
    }

    private static async Task<LogPosition> FoldAsync(StoreBatch batch, IReadOnlyDictionary<string, MatterType> matterTypes, MoveAllowed? allowed, CancellationToken cancellationToken)
    {
        var version = Version(matterTypes);
        var mark = await batch.MarkAsync(Reader, cancellationToken).ConfigureAwait(false);
        var end = await batch.EndOfLogAsync(cancellationToken).ConfigureAwait(false);
        var from = mark?.Position.Touchpoint ?? 0;
        await FoldMonthsAsync(batch, from, end.Touchpoint, cancellationToken).ConfigureAwait(false);
        await CorrectMonthsAsync(batch, from, cancellationToken).ConfigureAwait(false);
        await MatterStages.ProjectAsync(batch, matterTypes, allowed, mark?.Version == version ? from : null, cancellationToken).ConfigureAwait(false);
        await batch.KeepMarkAsync(Reader, new LogMark(end, null, version), cancellationToken).ConfigureAwait(false);
        return end;
    }

    private static async Task FoldMonthsAsync(StoreBatch batch, long after, long upTo, CancellationToken cancellationToken)
    {
        using var fold = new MonthFold(batch);
        try
        {
            await fold.FoldAsync(after, upTo, cancellationToken).ConfigureAwait(false);
        }
        catch (OverflowException error)
        {
            throw TooGreat(error);
        }
        catch (ClienteleException error) when (error.InnerException is SqliteException { SqliteExtendedErrorCode: SqliteFailure.WrongType })
        {
            throw TooGreat(error.InnerException);
        }
    }

    /// <summary>A correction touches the months of every version of its fact; those are summed again from the facts in force.</summary>
    private static async Task CorrectMonthsAsync(StoreBatch batch, long after, CancellationToken cancellationToken)
    {
        const string touched = """
            WITH touched (client_id, month, kind) AS (
                SELECT v.client_id, substr(v.occurred_on, 1, 7), v.kind FROM touchpoint n CROSS JOIN touchpoint v ON v.id = n.corrects WHERE n.seq > @0 AND n.corrects IS NOT NULL
                UNION SELECT v.client_id, substr(v.occurred_on, 1, 7), v.kind FROM touchpoint n CROSS JOIN touchpoint v ON v.corrects = n.corrects WHERE n.seq > @0 AND n.corrects IS NOT NULL)
            """;
        await batch.Statements[$"{touched} DELETE FROM touchpoint_month WHERE (client_id, month, kind) IN (SELECT client_id, CAST(replace(month, '-', '') AS INTEGER), kind FROM touched)"].With(after).RunAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await batch.Statements[$"""
                {touched}
                INSERT INTO touchpoint_month (client_id, month, kind, count, amount_e4, amounts, first_on, last_on)
                SELECT t.client_id, CAST(substr(t.occurred_on, 1, 4) || substr(t.occurred_on, 6, 2) AS INTEGER), t.kind, count(*), coalesce(sum(t.amount_e4), 0), count(t.amount_e4), min(t.occurred_on), max(t.occurred_on)
                FROM touched x CROSS JOIN touchpoint t ON t.client_id = x.client_id AND t.occurred_on BETWEEN x.month || '-01' AND x.month || '-31' AND t.kind = x.kind
                WHERE {TouchpointReader.InForce} GROUP BY 1, 2, 3
                """].With(after).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ClienteleException error) when (error.InnerException is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_ERROR })
        {
            throw TooGreat(error.InnerException);
        }
    }

    private static ClienteleException TooGreat(Exception cause) =>
        new(ErrorCodes.AmountInvalid, "The amounts of one client and month add up to more than can be kept; correct or withdraw the touchpoint whose amount is wrong.", cause);

    private static string Version(IReadOnlyDictionary<string, MatterType> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.Values.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{type.Name}:{string.Join(',', type.Stages.Select(stage => stage.Final ? stage.Name + '.' : stage.Name))}:{string.Join(',', type.Moves.Select(Text))};");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    private static string Text(Move move) => $"{move.From}>{move.To}@{move.On}{string.Concat(move.Requires.Select(requirement => $"?{requirement.Rule}"))}";
}
