namespace Clientele.Storage.Tests;

/// <summary>A store in a folder of its own, gone after the test.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("clientele-").FullName;

    public StoreOptions Options => new() { Database = Path.Combine(Folder, "clientele.db"), Durable = false };

    public Store Store { get; private set; } = null!;

    public async Task OpenAsync() => Store = await Store.OpenAsync(Options, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
