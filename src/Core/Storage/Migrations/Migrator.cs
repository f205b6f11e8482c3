using Clientele.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Clientele.Storage.Migrations;

/// <summary>Brings a database to the newest schema: forward only, every migration with its checksum, all in one transaction.</summary>
internal static class Migrator
{
    public static async Task MigrateAsync(SqliteDatabase database, SqliteConnection connection, string currency, CancellationToken cancellationToken)
    {
        var scripts = MigrationScript.All();
        try
        {
            // A database that is up to date is only read, so that opening it never waits for somebody who is writing.
            if (await IsNewestAsync(connection, scripts, currency, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await database.BeginWritingAsync(connection, cancellationToken).ConfigureAwait(false);
            try
            {
                await ApplyAsync(connection, scripts, currency, cancellationToken).ConfigureAwait(false);
                await connection.ExecuteAsync("COMMIT", cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await SqliteDatabase.RollBackAsync(connection).ConfigureAwait(false);
            }
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.ExplainOpening(connection.DataSource, error);
        }
    }

    private static async Task<bool> IsNewestAsync(SqliteConnection connection, IReadOnlyList<MigrationScript> scripts, string currency, CancellationToken cancellationToken)
    {
        var table = new Statement(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'migration'");
        await using (table.ConfigureAwait(false))
        {
            if (await table.ScalarAsync<long>(cancellationToken).ConfigureAwait(false) == 0)
            {
                return false;
            }
        }

        var applied = await AppliedAsync(connection, scripts, cancellationToken).ConfigureAwait(false);
        if (applied.Count < scripts.Count)
        {
            return false;
        }

        var stored = new Statement(connection, "SELECT value FROM setting WHERE name = 'currency'");
        await using (stored.ConfigureAwait(false))
        {
            Compare(await stored.ScalarAsync<string>(cancellationToken).ConfigureAwait(false), currency);
            return true;
        }
    }

    private static async Task ApplyAsync(SqliteConnection connection, IReadOnlyList<MigrationScript> scripts, string currency, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync($"PRAGMA application_id = {SqliteDatabase.ApplicationId}", cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT", cancellationToken).ConfigureAwait(false);
        var applied = await AppliedAsync(connection, scripts, cancellationToken).ConfigureAwait(false);
        var record = new Statement(connection, "INSERT INTO migration (number, name, checksum) VALUES (@0, @1, @2)");
        var keep = new Statement(connection, "INSERT INTO setting (name, value) VALUES ('currency', @0) ON CONFLICT (name) DO NOTHING").With(currency);
        var stored = new Statement(connection, "SELECT value FROM setting WHERE name = 'currency'");
        await using (record.ConfigureAwait(false))
        await using (keep.ConfigureAwait(false))
        await using (stored.ConfigureAwait(false))
        {
            foreach (var script in scripts.Where(script => !applied.Contains(script.Number)))
            {
                await connection.ExecuteAsync(script.Sql, cancellationToken).ConfigureAwait(false);
                await record.With(script.Number, script.Name, script.Checksum).RunAsync(cancellationToken).ConfigureAwait(false);
            }

            await keep.RunAsync(cancellationToken).ConfigureAwait(false);
            Compare(await stored.ScalarAsync<string>(cancellationToken).ConfigureAwait(false), currency);
        }
    }

    /// <summary>The numbers of the migrations the database has; refuses those that are unknown or differ.</summary>
    private static async Task<HashSet<int>> AppliedAsync(SqliteConnection connection, IReadOnlyList<MigrationScript> scripts, CancellationToken cancellationToken)
    {
        var applied = new HashSet<int>();
        var select = new Statement(connection, "SELECT number, name, checksum FROM migration");
        await using (select.ConfigureAwait(false))
        {
            var reader = await select.ReadAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    var known = scripts.FirstOrDefault(script => script.Number == reader.GetInt32(0))
                        ?? throw new ClienteleException(ErrorCodes.DatabaseTooNew, "The database was written by a newer version of Clientele; update the program and open it again.");
                    if (known.Checksum != reader.GetString(2))
                    {
                        throw new ClienteleException(ErrorCodes.DatabaseUnusable, $"Migration {known.Name} of the database differs from the one in this program; the database was made by another build.");
                    }

                    applied.Add(known.Number);
                }
            }
        }

        return applied;
    }

    private static void Compare(string? stored, string currency)
    {
        if (stored != currency)
        {
            throw new ClienteleException(ErrorCodes.CurrencyMixed, $"The database keeps its amounts in {stored}, not {currency}; set the currency of the workspace to {stored}.");
        }
    }
}
