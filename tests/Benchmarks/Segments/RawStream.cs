using Microsoft.Data.Sqlite;

namespace Clientele.Benchmarks.Segments;

/// <summary>The least that a program written by hand does with the same sums: read them all with one reader, client by client. It knows no broken months, attributes or corrections.</summary>
internal static class RawStream
{
    public static void Run(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT client_id, kind, first_on, last_on, count, amount_e4 FROM touchpoint_month WHERE month <= 202603 ORDER BY client_id";
        using var reader = command.ExecuteReader();
        var (clients, count, amount, last) = (0L, 0L, 0m, "");
        var client = Guid.Empty;
        while (reader.Read())
        {
            var id = reader.GetGuid(0);
            if (id != client)
            {
                (client, last) = (id, "");
                clients++;
            }

            if (reader.GetString(1) == "core.sale" && string.CompareOrdinal(reader.GetString(2), "2025-03-15") > 0)
            {
                count += reader.GetInt64(4);
                amount += reader.GetInt64(5) / 10_000m;
            }

            if (reader.GetString(3) is var on && string.CompareOrdinal(on, last) > 0)
            {
                last = on;
            }
        }

        Console.Error.WriteLine($"{clients} clients, {count}, {amount}");
    }
}
