using System.Data.Common;
using System.Runtime.InteropServices;
using Clientele.Storage.Reading;
using Clientele.Storage.Sqlite;
using Clientele.Storage.Writing;

namespace Clientele.Storage.Projection;

/// <summary>Adds new facts to their months: summed up in memory, then one upsert per client, month and kind in the order of the table.</summary>
/// <remarks>SQLite can do it in one statement, but sorts every fact for it; a batch of ten thousand takes a tenth longer so.</remarks>
internal sealed class MonthFold : IDisposable
{
    /// <summary>How many sums are held at most, which takes some twenty megabytes however long the log is.</summary>
    private const int Most = 200_000;

    private const string New = $"SELECT t.client_id, t.occurred_on, t.kind, t.amount_e4 FROM touchpoint t WHERE t.seq > @0 AND t.seq <= @1 AND t.corrects IS NULL AND {TouchpointReader.InForce}";

    private const string Upsert = """
        INSERT INTO touchpoint_month (client_id, month, kind, count, amount_e4, amounts, first_on, last_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (client_id, month, kind) DO UPDATE SET
          count = count + excluded.count, amount_e4 = amount_e4 + excluded.amount_e4, amounts = amounts + excluded.amounts,
          first_on = min(first_on, excluded.first_on), last_on = max(last_on, excluded.last_on)
        """;

    private readonly StoreBatch _batch;
    private readonly BoundStatement _upsert;
    private readonly NamePool _kinds = new();
    private readonly Dictionary<Key, Sums> _sums = [];
    private readonly List<Key> _order = [];

    public MonthFold(StoreBatch batch)
    {
        _batch = batch;
        _upsert = batch.Statements.Bound(Upsert);
    }

    /// <summary>Folds the facts after one position up to another. One corrected already is left out: its months are summed anew.</summary>
    public async Task FoldAsync(long after, long upTo, CancellationToken cancellationToken)
    {
        var rows = await _batch.Statements[New].With(after, upTo).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                Add(rows);
                if (_sums.Count >= Most)
                {
                    Write();
                }
            }
        }

        Write();
    }

    public void Dispose() => _upsert.Dispose();

    private void Add(DbDataReader row)
    {
        var day = row.DayAt(1);
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, new Key(row.Id(0), FactQuery.Month(day), _kinds[row.Utf8(2)]), out var known);
        var (amount, amounts) = row.IsDBNull(3) ? (0L, 0L) : (row.GetInt64(3), 1L);
        sums = known
            ? new(sums.Count + 1, checked(sums.Amount + amount), sums.Amounts + amounts, day < sums.First ? day : sums.First, day > sums.Last ? day : sums.Last)
            : new(1, amount, amounts, day, day);
    }

    private void Write()
    {
        _order.Clear();
        _order.AddRange(_sums.Keys);
        _order.Sort(InTableOrder);
        foreach (var key in _order)
        {
            var sums = _sums[key];
            _upsert.Id(1, key.Client);
            _upsert.Number(2, key.Month);
            _upsert.Text(3, key.Kind);
            _upsert.Number(4, sums.Count);
            _upsert.Number(5, sums.Amount);
            _upsert.Number(6, sums.Amounts);
            _upsert.Day(7, sums.First);
            _upsert.Day(8, sums.Last);
            _upsert.Run();
        }

        _sums.Clear();
    }

    /// <summary>The order of the table, so that each of its pages is visited once.</summary>
    private static int InTableOrder(Key left, Key right) =>
        left.Client.CompareTo(right.Client) is var client and not 0 ? client
        : left.Month != right.Month ? left.Month.CompareTo(right.Month)
        : string.CompareOrdinal(left.Kind, right.Kind);

    private readonly record struct Key(Guid Client, int Month, string Kind);

    private readonly record struct Sums(long Count, long Amount, long Amounts, DateOnly First, DateOnly Last);
}
