using Microsoft.Data.Sqlite;

namespace Clientele.Benchmarks.Storage;

/// <summary>The same sums per client, month and kind as the store keeps, by hand: added up in a dictionary while inserting, one upsert each at the end of the batch.</summary>
internal sealed class RawFold : IDisposable
{
    private readonly Dictionary<(Guid Client, int Month, string Kind), Sums> _sums = [];
    private readonly SqliteCommand _upsert;
    private readonly SqliteParameter[] _parameters;

    public RawFold(SqliteConnection connection)
    {
        _upsert = connection.CreateCommand();
        _upsert.CommandText = """
            INSERT INTO touchpoint_month (client_id, month, kind, count, amount_e4, amounts, first_on, last_on) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)
            ON CONFLICT (client_id, month, kind) DO UPDATE SET
              count = count + excluded.count, amount_e4 = amount_e4 + excluded.amount_e4, amounts = amounts + excluded.amounts,
              first_on = min(first_on, excluded.first_on), last_on = max(last_on, excluded.last_on)
            """;
        _parameters = [.. Enumerable.Range(0, 8).Select(n => _upsert.Parameters.Add(new SqliteParameter { ParameterName = $"@{n}", Value = DBNull.Value }))];
        _upsert.Prepare();
    }

    public void Add(RawRow row)
    {
        var month = int.Parse(row.Day.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) * 100 + int.Parse(row.Day.AsSpan(5, 2), System.Globalization.CultureInfo.InvariantCulture);
        ref var sums = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_sums, (new Guid(row.Client, bigEndian: true), month, row.Kind), out var known);
        sums = known
            ? new(sums.Count + 1, sums.Amount + (row.Amount ?? 0), sums.Amounts + (row.Amount is null ? 0 : 1), string.CompareOrdinal(row.Day, sums.First) < 0 ? row.Day : sums.First, string.CompareOrdinal(row.Day, sums.Last) > 0 ? row.Day : sums.Last)
            : new(1, row.Amount ?? 0, row.Amount is null ? 0 : 1, row.Day, row.Day);
    }

    public void Write()
    {
        // In the order of the table, or the pages of the tree are visited at random.
        foreach (var ((client, month, kind), sums) in _sums.OrderBy(pair => pair.Key.Client).ThenBy(pair => pair.Key.Month))
        {
            _parameters[0].Value = client.ToByteArray(bigEndian: true);
            _parameters[1].Value = month;
            _parameters[2].Value = kind;
            _parameters[3].Value = sums.Count;
            _parameters[4].Value = sums.Amount;
            _parameters[5].Value = sums.Amounts;
            _parameters[6].Value = sums.First;
            _parameters[7].Value = sums.Last;
            _upsert.ExecuteNonQuery();
        }

        _sums.Clear();
    }

    public void Dispose() => _upsert.Dispose();

    private readonly record struct Sums(long Count, long Amount, long Amounts, string First, string Last);
}
