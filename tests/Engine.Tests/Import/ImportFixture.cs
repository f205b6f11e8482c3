using Clientele.Practices;
using Clientele.Storage;

namespace Clientele.Import.Tests;

/// <summary>A store and a folder of files of its own, and what tests ask of them.</summary>
internal sealed class ImportFixture : IAsyncDisposable
{
    public static readonly DateOnly Late = new(2199, 12, 31);

    public TemporaryFolder Folder { get; } = new();

    public Store Store { get; private set; } = null!;

    public static async Task<ImportFixture> OpenAsync(string currency = "CNY")
    {
        var fixture = new ImportFixture();
        fixture.Store = await Store.OpenAsync(new StoreOptions { Database = fixture.Folder.File("clientele.db"), Currency = currency, Durable = false }, TimeProvider.System);
        return fixture;
    }

    public static ImportMapping Mapping(string yaml)
    {
        var problems = ImportMapping.TryParse(yaml, out var mapping);
        Assert.Empty(problems);
        return mapping!;
    }

    public Task<ImportResult> ImportAsync(string csv, string yaml, ImportOptions? options = null, Catalogue? catalogue = null) =>
        new Importer(Store, catalogue).ImportAsync(Folder.Write("rows.csv", csv), Mapping(yaml), options ?? new ImportOptions { ErrorFile = Folder.File("errors.csv") });

    public string Errors() => File.ReadAllText(Folder.File("errors.csv"));

    public async Task<Client> ClientAsync(string externalId, string source = "test") =>
        await Store.Clients.FindAsync(ClientId.From(source, externalId)) ?? throw new InvalidOperationException($"There is no client '{externalId}'.");

    public async Task<IReadOnlyList<Touchpoint>> TimelineAsync(string externalId, string source = "test") =>
        await Store.Touchpoints.TimelineAsync(ClientId.From(source, externalId), Late).ToListAsync();

    public async Task<IReadOnlyDictionary<string, string>> AttributesAsync(string externalId, DateOnly? asOf = null, string source = "test") =>
        (await Store.Clients.AttributesAsync(ClientId.From(source, externalId), asOf ?? Late)).ToDictionary(value => value.Name, value => value.Value);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Folder.Dispose();
    }
}
