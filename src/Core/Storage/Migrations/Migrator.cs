using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Storage.Migrations;

/// <summary>Brings a database to the newest schema: forward only, every migration with its checksum in one transaction.</summary>
internal static class Migrator
{
    public static async Task MigrateAsync(DbConnection connection, string currency, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync("BEGIN IMMEDIATE", cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT", cancellationToken).ConfigureAwait(false);
            var applied = await AppliedAsync(connection, cancellationToken).ConfigureAwait(false);
            var known = Scripts().ToList();
            if (applied.Keys.Except(known.Select(script => script.Number)).Any())
            {
                throw new ClienteleException(ErrorCodes.DatabaseTooNew, "The database was written by a newer version of Clientele; update the program and open it again.");
            }

            foreach (var script in known)
            {
                await ApplyAsync(connection, script, applied, cancellationToken).ConfigureAwait(false);
            }

            await KeepCurrencyAsync(connection, currency, cancellationToken).ConfigureAwait(false);
            await connection.ExecuteAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await connection.ExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task ApplyAsync(DbConnection connection, Script script, Dictionary<int, string> applied, CancellationToken cancellationToken)
    {
        if (applied.TryGetValue(script.Number, out var checksum))
        {
            if (checksum != script.Checksum)
            {
                throw new ClienteleException(ErrorCodes.DatabaseUnusable, $"Migration {script.Name} of the database differs from the one in this program; the database was made by another build.");
            }

            return;
        }

        await connection.ExecuteAsync(script.Sql, cancellationToken).ConfigureAwait(false);
        var record = new Statement(connection, "INSERT INTO migration (number, name, checksum) VALUES (@0, @1, @2)").With(script.Number, script.Name, script.Checksum);
        await using (record.ConfigureAwait(false))
        {
            await record.RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task KeepCurrencyAsync(DbConnection connection, string currency, CancellationToken cancellationToken)
    {
        _ = new Money(0, currency);
        var insert = new Statement(connection, "INSERT INTO setting (name, value) VALUES ('currency', @0) ON CONFLICT (name) DO NOTHING").With(currency);
        var select = new Statement(connection, "SELECT value FROM setting WHERE name = 'currency'");
        await using (insert.ConfigureAwait(false))
        await using (select.ConfigureAwait(false))
        {
            await insert.RunAsync(cancellationToken).ConfigureAwait(false);
            var stored = await select.ScalarAsync<string>(cancellationToken).ConfigureAwait(false);
            if (stored != currency)
            {
                throw new ClienteleException(ErrorCodes.CurrencyMixed, $"The database keeps its amounts in {stored}, not {currency}; set the currency of the workspace to {stored}.");
            }
        }
    }

    private static async Task<Dictionary<int, string>> AppliedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var applied = new Dictionary<int, string>();
        var select = new Statement(connection, "SELECT number, checksum FROM migration");
        await using (select.ConfigureAwait(false))
        {
            var reader = await select.ReadAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    applied.Add(reader.GetInt32(0), reader.GetString(1));
                }
            }
        }

        return applied;
    }

    private static IEnumerable<Script> Scripts()
    {
        var assembly = typeof(Migrator).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var sql = text.ReadToEnd().ReplaceLineEndings("\n");
            var name = resource["Clientele.Storage.Migrations.".Length..^".sql".Length];
            yield return new Script(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
        }
    }

    private sealed record Script(int Number, string Name, string Sql, string Checksum);
}
