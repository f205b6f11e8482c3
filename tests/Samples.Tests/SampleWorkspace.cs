using Clientele.Contractor;
using Clientele.DesignInstitute;
using Clientele.Import;
using Clientele.Practices;
using Clientele.RealEstate;
using Clientele.Storage;

namespace Clientele.Samples.Tests;

/// <summary>An empty workspace of one of the demo's firms, with everything registered.</summary>
internal sealed class SampleWorkspace : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-samples-").FullName;

    public Store Store { get; private set; } = null!;

    public Catalogue Catalogue { get; } = Registered();

    public static async Task<SampleWorkspace> OpenAsync(string currency)
    {
        var workspace = new SampleWorkspace();
        workspace.Store = await Store.OpenAsync(new StoreOptions { Database = Path.Combine(workspace._folder, "clientele.db"), Currency = currency, Durable = false }, TimeProvider.System);
        return workspace;
    }

    public async Task<ImportResult> ImportAsync(string file, string mapping) =>
        await new Importer(Store, Catalogue).ImportAsync(SampleData.File(file), await ImportMapping.LoadAsync(SampleData.File(mapping)));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Catalogue Registered()
    {
        var result = Catalogue.Build([
            Of("core", new CorePractices()),
            Of("contractor", new ContractorPlugin()),
            Of("design_institute", new DesignInstitutePlugin()),
            Of("real_estate", new RealEstatePlugin())]);
        Assert.Empty(result.Problems);
        return result.Catalogue;
    }

    private static Registration Of(string prefix, IPlugin plugin)
    {
        var builder = new RegistrationBuilder(new Origin(prefix, prefix));
        plugin.Configure(builder);
        return builder.Build();
    }
}
