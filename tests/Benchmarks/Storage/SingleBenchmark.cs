using Clientele.Benchmarks.Running;
using Clientele.Storage;
using Microsoft.Data.Sqlite;

namespace Clientele.Benchmarks.Storage;

/// <summary>What one person at a desk does: one durable append, one client by id, one timeline. Beside the same SQL on prepared commands.</summary>
internal static class SingleBenchmark
{
    private const int Clients = 10_000;
    private const int Touchpoints = 500_000;

    public static async Task RunAsync(string[] arguments)
    {
        using var scratch = new Scratch();
        var options = new StoreOptions { Database = scratch.File("framework.db") };
        await using var store = await Store.OpenAsync(options, TimeProvider.System);
        var ids = await FillAsync(store);
        using var raw = new RawLoop(options.Database, options.Durable);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(Interleaved.Header);
        Console.WriteLine((await AppendAsync(store, raw, ids)).Row("commits", 1));
        Console.WriteLine((await FindAsync(store, raw.Connection, ids)).Row("reads", 100));
        Console.WriteLine((await TimelineAsync(store, raw.Connection, ids)).Row("timelines", 20));
    }

    private static async Task<Interleaved> AppendAsync(Store store, RawLoop raw, IReadOnlyList<ClientId> ids)
    {
        const int pairs = 2_000;
        var own = Enumerable.Range(10_000_000, pairs + 100).Select(number => Population.Touchpoint(number, ids)).ToArray();
        var other = Enumerable.Range(20_000_000, pairs + 100).Select(number => RawRow.Of(Population.Touchpoint(number, ids))).ToArray();
        return await Interleaved.RunAsync(
            "one durable append",
            async pair =>
            {
                await using var batch = await store.BeginAsync();
                await batch.AppendAsync(own[pair]);
                await batch.CommitAsync();
            },
            "prepared loop",
            pair =>
            {
                raw.Execute("BEGIN IMMEDIATE");
                raw.Insert(other[pair]);
                raw.Execute("COMMIT");
                return Task.CompletedTask;
            },
            warmUp: 100,
            pairs);
    }

    private static async Task<Interleaved> FindAsync(Store store, SqliteConnection connection, IReadOnlyList<ClientId> ids)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, name, kind, source, external_id, since, culture, version FROM client WHERE id = @0";
        var parameter = command.Parameters.Add(new SqliteParameter { ParameterName = "@0", Value = DBNull.Value });
        return await Interleaved.RunAsync(
            "client by id (`FindAsync`)",
            async pair =>
            {
                for (var n = 0; n < 100; n++)
                {
                    await store.Clients.FindAsync(ids[(pair * 100 + n) * 7919 % ids.Count]);
                }
            },
            "prepared command",
            pair =>
            {
                for (var n = 0; n < 100; n++)
                {
                    parameter.Value = ids[(pair * 100 + n) * 7919 % ids.Count].Value.ToByteArray(bigEndian: true);
                    using var reader = command.ExecuteReader();
                    reader.Read();
                    _ = ClientOf(reader);
                }

                return Task.CompletedTask;
            },
            warmUp: 200,
            pairs: 400);
    }

    private static async Task<Interleaved> TimelineAsync(Store store, SqliteConnection connection, IReadOnlyList<ClientId> ids)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t.id, t.kind, t.occurred_on, t.recorded_at, t.channel, t.done_by, t.contact_id, t.matter_id, t.amount_e4, t.note, t.details, t.source FROM touchpoint t
            WHERE t.client_id = @0 AND t.occurred_on <= @1 AND t.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM touchpoint later WHERE later.corrects = coalesce(t.corrects, t.id) AND later.seq > t.seq)
            ORDER BY t.occurred_on DESC, t.id DESC LIMIT 20
            """;
        var parameter = command.Parameters.Add(new SqliteParameter { ParameterName = "@0", Value = DBNull.Value });
        command.Parameters.Add(new SqliteParameter { ParameterName = "@1", Value = "2026-03-15" });
        return await Interleaved.RunAsync(
            "timeline of 20 (`TimelineAsync`)",
            async pair =>
            {
                for (var n = 0; n < 20; n++)
                {
                    await foreach (var _ in store.Touchpoints.TimelineAsync(ids[(pair * 20 + n) * 7919 % 2_000], Population.LastDay, 20))
                    {
                    }
                }
            },
            "prepared command",
            pair =>
            {
                for (var n = 0; n < 20; n++)
                {
                    parameter.Value = ids[(pair * 20 + n) * 7919 % 2_000].Value.ToByteArray(bigEndian: true);
                    using var reader = command.ExecuteReader();
                    while (reader.Read())
                    {
                        _ = new object?[] { reader.GetValue(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.IsDBNull(6), reader.IsDBNull(7), reader.IsDBNull(8) ? null : reader.GetInt64(8), reader.GetString(9), reader.IsDBNull(10) ? null : reader.GetString(10), reader.GetString(11) };
                    }
                }

                return Task.CompletedTask;
            },
            warmUp: 200,
            pairs: 400);
    }

    private static Client ClientOf(SqliteDataReader reader) => new()
    {
        Id = new ClientId(new Guid((byte[])reader.GetValue(0), bigEndian: true)),
        Name = reader.GetString(1),
        Kind = reader.GetString(2) == "person" ? ClientKind.Person : ClientKind.Organisation,
        Source = reader.GetString(3),
        ExternalId = reader.GetString(4),
        Since = DateOnly.ParseExact(reader.GetString(5), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Culture = reader.IsDBNull(6) ? null : reader.GetString(6),
        Version = reader.GetInt64(7),
    };

    private static async Task<IReadOnlyList<ClientId>> FillAsync(Store store)
    {
        var ids = Population.Ids(Clients);
        await using var batch = await store.BeginAsync();
        for (var number = 0; number < Clients; number++)
        {
            await batch.SaveAsync(Population.Client(number));
        }

        for (var number = 0; number < Touchpoints; number++)
        {
            await batch.AppendAsync(Population.Touchpoint(number, ids));
        }

        await batch.CommitAsync();
        return ids;
    }
}
