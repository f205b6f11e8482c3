using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Clientele.Benchmarks.Storage;

/// <summary>A touchpoint as the columns take it, made beforehand: what the raw loop inserts costs it no conversion.</summary>
internal sealed record RawRow(byte[] Id, byte[] Client, string Kind, string Day, string Channel, string By, long? Amount, string Note, string? Details, string Source)
{
    public static RawRow Of(Touchpoint touchpoint) => new(
        touchpoint.Id.Value.ToByteArray(bigEndian: true), touchpoint.Client.Value.ToByteArray(bigEndian: true), touchpoint.Kind, touchpoint.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        touchpoint.Channel, touchpoint.By, (long?)(touchpoint.Amount?.Amount * 10_000m), touchpoint.Note, touchpoint.Details.Count == 0 ? null : """{"stage":"detail_design"}""", touchpoint.Source);
}

/// <summary>The loop a developer writes by hand with Microsoft.Data.Sqlite: one prepared statement, its parameters used again.</summary>
internal sealed class RawLoop : IDisposable
{
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter[] _parameters;

    public RawLoop(string database, bool durable)
    {
        Connection = new SqliteConnection($"Data Source={database};Pooling=false;Foreign Keys=True");
        Connection.Open();
        Execute($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(durable ? "FULL" : "NORMAL")}; PRAGMA wal_autocheckpoint = 20000; PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147483648;");
        _insert = Connection.CreateCommand();
        _insert.CommandText = """
            INSERT INTO touchpoint (id, client_id, kind, occurred_on, recorded_at, channel, done_by, contact_id, matter_id, amount_e4, note, details, corrects, withdrawn, source)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14)
            """;
        _parameters = [.. Enumerable.Range(0, 15).Select(n => _insert.Parameters.Add(new SqliteParameter { ParameterName = $"@{n}", Value = DBNull.Value }))];
        _parameters[4].Value = "2026-03-15T00:00:00.000Z";
        _parameters[13].Value = 0;
        _insert.Prepare();
    }

    public SqliteConnection Connection { get; }

    public void Insert(RawRow row)
    {
        _parameters[0].Value = row.Id;
        _parameters[1].Value = row.Client;
        _parameters[2].Value = row.Kind;
        _parameters[3].Value = row.Day;
        _parameters[5].Value = row.Channel;
        _parameters[6].Value = row.By;
        _parameters[9].Value = row.Amount is { } amount ? amount : DBNull.Value;
        _parameters[10].Value = row.Note;
        _parameters[11].Value = row.Details is { } details ? details : DBNull.Value;
        _parameters[14].Value = row.Source;
        _insert.ExecuteNonQuery();
    }

    public void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _insert.Dispose();
        Connection.Dispose();
    }
}
