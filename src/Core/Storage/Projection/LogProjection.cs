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
    private const int Step = 1_000_000;
    private const string Month = "CAST(substr(t.occurred_on, 1, 4) || substr(t.occurred_on, 6, 2) AS INTEGER)";

    /// <summary>Projects, in the batch it is given.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="matterTypes">The registered state machines, by name. Matters of other types keep the stages they had.</param>
    /// <param name="cancellationToken">Stops the projecting; the batch must then be undone.</param>
    /// <returns>The end of the log it came to.</returns>
    public static async Task<LogPosition> ProjectAsync(this StoreBatch batch, IReadOnlyDictionary<string, MatterType> matterTypes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(matterTypes);
        var version = Version(matterTypes);
        using var stopped = batch.Statements.StoppedBy(cancellationToken);
        var mark = await batch.MarkAsync(Reader, cancellationToken).ConfigureAwait(false);
        var end = await batch.EndOfLogAsync(cancellationToken).ConfigureAwait(false);
        var from = mark?.Position.Touchpoint ?? 0;
        for (var first = from; first < end.Touchpoint; first += Step)
        {
            await SumMonthsAsync(batch, first, Math.Min(first + Step, end.Touchpoint), cancellationToken).ConfigureAwait(false);
        }

        await CorrectMonthsAsync(batch, from, cancellationToken).ConfigureAwait(false);
        await MatterStages.ProjectAsync(batch, matterTypes, mark?.Version == version ? from : null, cancellationToken).ConfigureAwait(false);
        await batch.KeepMarkAsync(Reader, new LogMark(end, null, version), cancellationToken).ConfigureAwait(false);
        return end;
    }

    /// <summary>Adds the new facts to their months. One corrected already is left out here and summed with its month below.</summary>
    private static Task SumMonthsAsync(StoreBatch batch, long after, long upTo, CancellationToken cancellationToken) =>
        SumAsync(
            batch.Statements[$"""
                INSERT INTO touchpoint_month (client_id, month, kind, count, amount_e4, amounts, first_on, last_on)
                SELECT t.client_id, {Month}, t.kind, count(*), coalesce(sum(t.amount_e4), 0), count(t.amount_e4), min(t.occurred_on), max(t.occurred_on)
                FROM touchpoint t WHERE t.seq > @0 AND t.seq <= @1 AND t.corrects IS NULL AND {TouchpointReader.InForce} GROUP BY 1, 2, 3
                ON CONFLICT (client_id, month, kind) DO UPDATE SET
                  count = count + excluded.count, amount_e4 = amount_e4 + excluded.amount_e4, amounts = amounts + excluded.amounts,
                  first_on = min(first_on, excluded.first_on), last_on = max(last_on, excluded.last_on)
                """].With(after, upTo),
            cancellationToken);

    /// <summary>A correction touches the months of every version of its fact; those are summed again from the facts in force.</summary>
    private static async Task CorrectMonthsAsync(StoreBatch batch, long after, CancellationToken cancellationToken)
    {
        const string touched = """
            WITH touched (client_id, month, kind) AS (
                SELECT v.client_id, substr(v.occurred_on, 1, 7), v.kind FROM touchpoint n CROSS JOIN touchpoint v ON v.id = n.corrects WHERE n.seq > @0 AND n.corrects IS NOT NULL
                UNION SELECT v.client_id, substr(v.occurred_on, 1, 7), v.kind FROM touchpoint n CROSS JOIN touchpoint v ON v.corrects = n.corrects WHERE n.seq > @0 AND n.corrects IS NOT NULL)
            """;
        await batch.Statements[$"{touched} DELETE FROM touchpoint_month WHERE (client_id, month, kind) IN (SELECT client_id, CAST(replace(month, '-', '') AS INTEGER), kind FROM touched)"].With(after).RunAsync(cancellationToken).ConfigureAwait(false);
        await SumAsync(
            batch.Statements[$"""
                {touched}
                INSERT INTO touchpoint_month (client_id, month, kind, count, amount_e4, amounts, first_on, last_on)
                SELECT t.client_id, {Month}, t.kind, count(*), coalesce(sum(t.amount_e4), 0), count(t.amount_e4), min(t.occurred_on), max(t.occurred_on)
                FROM touched x CROSS JOIN touchpoint t ON t.client_id = x.client_id AND t.occurred_on BETWEEN x.month || '-01' AND x.month || '-31' AND t.kind = x.kind
                WHERE {TouchpointReader.InForce} GROUP BY 1, 2, 3
                """].With(after),
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task SumAsync(Statement statement, CancellationToken cancellationToken)
    {
        try
        {
            await statement.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ClienteleException error) when (error.InnerException is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_ERROR or SqliteFailure.WrongType } cause)
        {
            throw new ClienteleException(ErrorCodes.AmountInvalid, $"The amounts of one client add up to more than can be kept ({cause.Message}); correct or withdraw the touchpoint whose amount is wrong.", cause);
        }
    }

    private static string Version(IReadOnlyDictionary<string, MatterType> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.Values.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{type.Name}:{string.Join(',', type.Stages.Select(stage => stage.Name))}:{string.Join(',', type.Moves.Select(move => $"{move.From}>{move.To}@{move.On}"))};");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
