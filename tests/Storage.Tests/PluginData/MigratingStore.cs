using Clientele.Storage.PluginData;
using Clientele.Storage.Projection;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Clientele.Storage.Tests.PluginData;

/// <summary>A store to try changes on.</summary>
internal sealed class MigratingStore : IAsyncDisposable
{
    private readonly TemporaryStore _temporary = new();
    private int _applied;

    public static readonly DateOnly Day = new(2026, 3, 15);

    public Store Store => _temporary.Store;

    public static async Task<MigratingStore> OpenAsync()
    {
        var store = new MigratingStore();
        await store._temporary.OpenAsync();
        return store;
    }

    public async Task WriteAsync(Func<StoreBatch, Task> write)
    {
        await using var batch = await Store.BeginAsync();
        await write(batch);
        await batch.CommitAsync();
    }

    public async Task<Client> ClientAsync(string name, params (string Attribute, string Value, DateOnly From)[] attributes)
    {
        var client = Some.Client(name);
        await WriteAsync(async batch =>
        {
            await batch.SaveAsync(client);
            foreach (var (attribute, value, from) in attributes)
            {
                await batch.PutAsync(new AttributeValue(client.Id, attribute, value, from));
            }
        });
        return client;
    }

    public async Task<AppliedMigration> ChangeAsync(params IReadOnlyList<DataChange> changes)
    {
        await using var batch = await Store.BeginAsync();
        var applied = await batch.ChangeAsync($"m{++_applied}", _applied, changes);
        await batch.CommitAsync();
        return applied;
    }

    public async Task<string> RefusedAsync(params IReadOnlyList<DataChange> changes)
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => ChangeAsync(changes));
        Assert.Equal(ErrorCodes.RecordInvalid, refused.Code);
        return refused.Message;
    }

    /// <summary>The end of the log, everything folded.</summary>
    public async Task<LogPosition> EndAsync()
    {
        await using var batch = await Store.BeginAsync();
        await batch.ProjectAsync(new Dictionary<string, MatterType>());
        var end = await batch.EndOfLogAsync();
        await batch.CommitAsync();
        return end;
    }

    /// <summary>The clients that are read again after a position of the log.</summary>
    public async Task<IReadOnlyList<ClientId>> ChangedAsync(LogPosition since)
    {
        var changed = new List<ClientId>();
        await foreach (var facts in Store.Facts.StreamAsync(new FactQuery(Day, []) { ChangedAfter = since }))
        {
            changed.Add(facts.Id);
        }

        return changed;
    }

    /// <summary>What a database tool would show.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_temporary.Options.Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
        }

        return rows;
    }

    public async ValueTask DisposeAsync() => await _temporary.DisposeAsync();
}

internal static class Changing
{
    public static Task<AppliedMigration> ChangeAsync(this StoreBatch batch, string name, int ordinal, IReadOnlyList<DataChange> changes) =>
        batch.MigrateAsync(new DataMigration { Name = name, Title = new("Step", "步骤"), Changes = changes }, new AppliedMigration("test.p", ordinal, name, "", "1.0.0", 0));
}
