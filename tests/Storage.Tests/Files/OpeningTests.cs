using Microsoft.Data.Sqlite;

namespace Clientele.Storage.Tests.Files;

public sealed class OpeningTests : IAsyncLifetime
{
    private readonly TemporaryStore _temporary = new();

    public Task InitializeAsync() => _temporary.OpenAsync();

    public Task DisposeAsync() => _temporary.DisposeAsync().AsTask();

    [Fact]
    public async Task A_folder_that_does_not_exist_or_a_folder_in_place_of_a_file_is_refused()
    {
        await RefusedAsync(Path.Combine(_temporary.Folder, "nowhere", "clientele.db"), ErrorCodes.DatabaseUnusable);
        await RefusedAsync(_temporary.Folder, ErrorCodes.DatabaseUnusable);
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused_and_not_touched()
    {
        var path = Path.Combine(_temporary.Folder, "other.db");
        Execute(path, "CREATE TABLE invoice (id INTEGER PRIMARY KEY); INSERT INTO invoice DEFAULT VALUES");
        var before = await File.ReadAllBytesAsync(path);

        await RefusedAsync(path, ErrorCodes.DatabaseUnusable);

        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await _temporary.Store.DisposeAsync();
        Execute(_temporary.Options.Database, "INSERT INTO migration (number, name, checksum) VALUES (9999, '9999_future', 'x')");

        await RefusedAsync(_temporary.Options.Database, ErrorCodes.DatabaseTooNew);
    }

    [Fact]
    public async Task A_database_whose_migration_differs_is_refused()
    {
        await _temporary.Store.DisposeAsync();
        Execute(_temporary.Options.Database, "UPDATE migration SET checksum = 'x' WHERE number = 1");

        await RefusedAsync(_temporary.Options.Database, ErrorCodes.DatabaseUnusable);
    }

    [Fact]
    public async Task An_opening_that_was_cancelled_leaves_a_file_that_opens()
    {
        var path = Path.Combine(_temporary.Folder, "new.db");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.OpenAsync(new StoreOptions { Database = path }, TimeProvider.System, new CancellationToken(canceled: true)));

        await using var store = await Store.OpenAsync(new StoreOptions { Database = path }, TimeProvider.System);

        Assert.Equal(0, await store.Clients.CountAsync());
    }

    [Fact]
    public async Task A_currency_that_is_none_is_refused_before_a_file_is_made()
    {
        var path = Path.Combine(_temporary.Folder, "new.db");

        var refused = await Assert.ThrowsAsync<ClienteleException>(() => Store.OpenAsync(new StoreOptions { Database = path, Currency = "yuan" }, TimeProvider.System));

        Assert.Equal(ErrorCodes.CurrencyInvalid, refused.Code);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_damaged_file_is_named_when_the_damage_is_met()
    {
        await using (var batch = await _temporary.Store.BeginAsync())
        {
            for (var n = 0; n < 2000; n++)
            {
                await batch.SaveAsync(Some.Client($"{n}"));
            }

            await batch.CommitAsync();
        }

        await _temporary.Store.DisposeAsync();
        await using (var file = File.OpenWrite(_temporary.Options.Database))
        {
            // All pages but the first few, which say what tables there are.
            file.Position = 200 * 1024;
            file.Write(new byte[file.Length - file.Position]);
        }

        var refused = await Assert.ThrowsAsync<ClienteleException>(async () =>
        {
            await using var store = await Store.OpenAsync(_temporary.Options, TimeProvider.System);
            await foreach (var _ in store.Clients.AllAsync())
            {
            }
        });

        Assert.Equal(ErrorCodes.DatabaseUnusable, refused.Code);
    }

    [Fact]
    public async Task The_folder_of_the_process_may_change_after_opening()
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(_temporary.Folder, "relative.db"));

        await using var store = await Store.OpenAsync(new StoreOptions { Database = path }, TimeProvider.System);

        Assert.True(File.Exists(Path.Combine(_temporary.Folder, "relative.db")));
    }

    private static async Task RefusedAsync(string path, string code)
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => Store.OpenAsync(new StoreOptions { Database = path }, TimeProvider.System));
        Assert.Equal(code, refused.Code);
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
