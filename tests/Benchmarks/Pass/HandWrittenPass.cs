using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Clientele.Benchmarks.Pass;

/// <summary>
/// The program that a developer writes by hand for the standard set: one result of sums, one of the touchpoints of the broken months and of the outreach, one of margins;
/// the numbers of a client in a struct, ranks and medians over arrays, and the same memberships with the same values written back in the order of the table.
/// It knows no corrections, overrides, histories, versions, or other schemes.
/// </summary>
internal static class HandWrittenPass
{
    private const string Day = "2026-03-15";
    private const string Year = "2025-03-15";
    private const string TwoYears = "2024-03-15";
    private static readonly int Today = DateOnly.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    public static Dictionary<string, long> Run(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false;Foreign Keys=True");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 20000; PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147483648;");
        var clients = Read(connection);
        return Write(connection, clients, Classes(clients), Median(clients.Where(client => client.Value is not null).Select(client => client.Value!.Value)), Median(clients.Select(client => client.Responsiveness)));
    }

    private static List<Numbers> Read(SqliteConnection connection)
    {
        var clients = new List<Numbers>(1_000_000);
        using var ids = new Rows(connection, "SELECT id FROM client ORDER BY id");
        using var sums = new Rows(connection, "SELECT client_id, kind, first_on, last_on, count, amount_e4 FROM touchpoint_month WHERE month < 202603 AND (kind = 'core.sale' AND month NOT IN (202503, 202403) OR kind = 'core.cost' AND month < 202503) ORDER BY client_id");
        using var edges = new Rows(connection, $"""
            SELECT m.client_id, t.kind, t.occurred_on, t.amount_e4, t.details FROM touchpoint_month m
            CROSS JOIN touchpoint t ON t.client_id = m.client_id AND t.occurred_on BETWEEN m.first_on AND m.last_on AND t.kind = m.kind
            WHERE m.month <= 202603 AND (m.kind = 'core.sale' AND m.month IN (202603, 202503, 202403) OR m.kind = 'core.cost' AND m.month >= 202503 OR m.kind IN ('core.outreach', 'core.response')) AND t.occurred_on <= '{Day}'
            ORDER BY m.client_id
            """);
        using var margins = new Rows(connection, $"SELECT client_id, value FROM client_attribute WHERE name = 'core.margin_rate' AND from_on <= '{Day}' AND (until_on IS NULL OR until_on > '{Day}') ORDER BY client_id");
        var years = new (decimal Sales, decimal Costs)[64];
        var (efforts, responses) = (new List<(int Day, bool Good)>(), new List<int>());
        while (ids.Next())
        {
            var id = ids.Id;
            var client = new Numbers { Id = id };
            var (oldest, acquired) = (-1, 0m);
            Array.Clear(years);
            efforts.Clear();
            responses.Clear();
            while (sums.NextOf(id))
            {
                Add(ref client, sums.Text(1), sums.Text(2), sums.Text(3), sums.Reader.GetInt64(4), sums.Reader.GetInt64(5) / 10_000m, years, ref oldest);
            }

            while (edges.NextOf(id))
            {
                switch (edges.Text(1))
                {
                    case "core.outreach":
                        efforts.Add((Number(edges.Text(2)), edges.Text(4) is not ("{\"outcome\":\"none\"}" or "{\"outcome\":\"refused\"}")));
                        break;
                    case "core.response":
                        responses.Add(Number(edges.Text(2)));
                        break;
                    default:
                        acquired += edges.Text(4).Contains("\"purpose\":\"acquisition\"", StringComparison.Ordinal) && string.CompareOrdinal(edges.Text(2), Year) > 0 ? edges.Reader.GetInt64(3) / 10_000m : 0;
                        Add(ref client, edges.Text(1), edges.Text(2), edges.Text(2), 1, edges.Reader.GetInt64(3) / 10_000m, years, ref oldest);
                        break;
                }
            }

            if (margins.NextOf(id) && oldest >= 0)
            {
                client.Value = Worth(years, oldest, decimal.Parse(margins.Text(1), CultureInfo.InvariantCulture), acquired);
            }

            var good = efforts.Count(effort => effort.Good || responses.Exists(day => day >= effort.Day && day <= effort.Day + 30));
            client.Responsiveness = Math.Round((decimal)((good + (0.3 * 10)) / (efforts.Count + 10.0)), 6);
            clients.Add(client);
        }

        return clients;
    }

    private static void Add(ref Numbers client, string kind, string first, string last, long count, decimal amount, (decimal Sales, decimal Costs)[] years, ref int oldest)
    {
        var back = (((2026 - int.Parse(first.AsSpan(0, 4), CultureInfo.InvariantCulture)) * 12) + 3 - int.Parse(first.AsSpan(5, 2), CultureInfo.InvariantCulture)) / 12;
        oldest = Math.Max(oldest, back);
        if (kind == "core.cost")
        {
            years[back].Costs += amount;
            return;
        }

        years[back].Sales += amount;
        client.Last = client.Last is null || string.CompareOrdinal(last, client.Last) > 0 ? last : client.Last;
        if (string.CompareOrdinal(first, Year) > 0)
        {
            client.Count += count;
            client.Sales += amount;
        }
        else if (string.CompareOrdinal(first, TwoYears) > 0)
        {
            client.Before += amount;
        }
    }

    private static decimal Worth((decimal Sales, decimal Costs)[] years, int oldest, decimal margin, decimal acquired)
    {
        decimal history = 0, future = 0, weight = 1;
        for (var back = oldest; back >= 0; back--)
        {
            history = (history * 1.1m) + (years[back].Sales * margin) - years[back].Costs;
        }

        for (var year = 0; year < 3; year++)
        {
            weight *= 0.8m / 1.1m;
            future += weight * ((years[0].Sales * margin) - Math.Max(0, years[0].Costs - acquired));
        }

        return Math.Round(history, 2, MidpointRounding.AwayFromZero) + Math.Round(future, 2, MidpointRounding.AwayFromZero);
    }

    private static (string Segment, int Rank, decimal Before)[] Classes(List<Numbers> clients)
    {
        var order = Enumerable.Range(0, clients.Count).Where(index => clients[index].Sales > 0).ToArray();
        Array.Sort(order, (left, right) => clients[right].Sales.CompareTo(clients[left].Sales) is var by and not 0 ? by : left.CompareTo(right));
        var total = order.Sum(index => clients[index].Sales);
        var classes = new (string, int, decimal)[clients.Count];
        var before = 0m;
        for (var rank = 0; rank < order.Length; rank++)
        {
            classes[order[rank]] = (before < 0.60m * total ? "large" : before < 0.85m * total ? "medium" : "small", rank + 1, before / total);
            before += clients[order[rank]].Sales;
        }

        return classes;
    }

    private static decimal Median(IEnumerable<decimal> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var middle = (sorted.Length - 1) / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle] + (0.5m * (sorted[middle + 1] - sorted[middle]));
    }

    private static Dictionary<string, long> Write(SqliteConnection connection, List<Numbers> clients, (string Segment, int Rank, decimal Before)[] classes, decimal value, decimal responsiveness)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var population = classes.Count(place => place.Segment is not null);
        var total = clients.Sum(client => client.Sales);
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO membership (client_id, scheme, from_on, segment, version, reasons) VALUES (@0, @1, @2, @3, @4, @5)";
        var parameters = Enumerable.Range(0, 6).Select(n => insert.Parameters.Add(new SqliteParameter { ParameterName = $"@{n}", Value = DBNull.Value })).ToArray();
        parameters[2].Value = Day;
        parameters[4].Value = "1";
        insert.Prepare();
        for (var index = 0; index < clients.Count; index++)
        {
            var client = clients[index];
            var growth = client.Before == 0 ? (decimal?)null : (client.Sales / client.Before) - 1;
            var days = client.Last is null ? (int?)null : Today - Number(client.Last);
            Insert(client.Id, "bench.rfm", Rule(client, days, growth), string.Create(CultureInfo.InvariantCulture, $$"""{"recency":"{{days}}","count":"{{client.Count}}","sales":"{{client.Sales}}","growth":"{{growth}}"}"""));
            if (classes[index] is ({ } segment, var rank, var before))
            {
                Insert(client.Id, "core.value_class", segment, string.Create(CultureInfo.InvariantCulture, $$"""{"sales":"{{client.Sales}}","rank":"{{rank}}","population":"{{population}}","share_before":"{{before}}","share":"{{client.Sales / total}}"}"""));
            }

            var cell = client.Value is not { } worth ? "insufficient_data"
                : worth >= value ? client.Responsiveness >= responsiveness ? "pursue" : "repair"
                : client.Responsiveness >= responsiveness ? "develop" : "minimal";
            Insert(client.Id, "core.portfolio", cell, string.Create(CultureInfo.InvariantCulture, $$"""{"value":"{{client.Value}}","responsiveness":"{{client.Responsiveness}}","cuts":"{{value}};{{responsiveness}}"}"""));
        }

        transaction.Commit();
        return counts;

        void Insert(byte[] client, string scheme, string segment, string reasons)
        {
            (parameters[0].Value, parameters[1].Value, parameters[3].Value, parameters[5].Value) = (client, scheme, segment, reasons);
            insert.ExecuteNonQuery();
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, $"{scheme} {segment}", out _)++;
        }
    }

    private static string Rule(in Numbers client, int? days, decimal? growth) => (days, client) switch
    {
        ( <= 180, { Count: >= 2 }) when growth > 0.1m => "rising",
        ( <= 90, { Count: >= 2, Sales: >= 20_000 }) => "best",
        ( <= 365, { Sales: >= 5_000 }) => "good",
        ( > 365, _) => "asleep",
        _ => "other",
    };

    private static int Number(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private struct Numbers
    {
        public byte[] Id;
        public string? Last;
        public long Count;
        public decimal Sales;
        public decimal Before;
        public decimal? Value;
        public decimal Responsiveness;
    }

    /// <summary>A result in the order of clients, read beside others.</summary>
    private sealed class Rows : IDisposable
    {
        private readonly SqliteCommand _command;
        private bool _waits;

        public Rows(SqliteConnection connection, string sql)
        {
            _command = connection.CreateCommand();
            _command.CommandText = sql;
            _command.CommandTimeout = 0;
            Reader = _command.ExecuteReader();
        }

        public SqliteDataReader Reader { get; }

        public byte[] Id { get; private set; } = [];

        public bool Next()
        {
            if (!Reader.Read())
            {
                return false;
            }

            Id = (byte[])Reader.GetValue(0);
            return true;
        }

        public bool NextOf(byte[] id)
        {
            if (!_waits && !(_waits = Next()))
            {
                return false;
            }

            while (Id.AsSpan().SequenceCompareTo(id) < 0)
            {
                if (!(_waits = Next()))
                {
                    return false;
                }
            }

            if (!Id.AsSpan().SequenceEqual(id))
            {
                return false;
            }

            _waits = false;
            return true;
        }

        public string Text(int column) => Reader.IsDBNull(column) ? "" : Reader.GetString(column);

        public void Dispose()
        {
            Reader.Dispose();
            _command.Dispose();
        }
    }
}
