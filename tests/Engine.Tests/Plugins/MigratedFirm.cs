using Clientele.Plugins;
using Clientele.Storage.Writing;

namespace Clientele.Tests.Plugins;

/// <summary>A database and a directory of plugins, opened as often as a test wants, as a host would be started again.</summary>
internal sealed class MigratedFirm : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clientele-firm-");

    private readonly PluginDirectory _bench = new();
    private int _added;

    public static readonly DateOnly Day = new(2026, 1, 1);

    public PluginDirectory Plugins { get; } = new();

    public string Database => Path.Combine(_folder.FullName, "clientele.db");

    public ClienteleOptions Options
    {
        get
        {
            var options = new ClienteleOptions { Database = Database, Durable = false };
            options.PluginDirectories.Add(Plugins.Root);
            return options;
        }
    }

    /// <summary>Plans for the directory that the plugins lie in.</summary>
    public PluginPlanner Planner => new(Options, Plugins.Root, TimeProvider.System);

    public Task<Crm> OpenAsync() => Crm.OpenAsync(Options, TimeProvider.System);

    /// <summary>Writes a client with attributes, before or between the versions of a plugin.</summary>
    public async Task<Client> ClientAsync(string name, params (string Attribute, string Value)[] attributes)
    {
        var client = new Client { Id = ClientId.From("test", name), Name = name, Source = "test", ExternalId = name, Since = Day };
        await WriteAsync(async batch =>
        {
            await batch.PutAsync(client);
            foreach (var (attribute, value) in attributes)
            {
                await batch.PutAsync(new AttributeValue(client.Id, attribute, value, Day));
            }
        });
        return client;
    }

    public async Task WriteAsync(Func<StoreBatch, Task> write)
    {
        // Without plugins, so that nothing is migrated on the way.
        await using var crm = await Crm.OpenAsync(new ClienteleOptions { Database = Database, Durable = false }, TimeProvider.System);
        await using var batch = await crm.BeginAsync();
        await write(batch);
        await batch.CommitAsync();
    }

    /// <summary>Adds or replaces a plugin that has an attribute of each given name and the given migrations.</summary>
    public string Plugin(string id, string version, IReadOnlyList<string> attributes, params IReadOnlyList<string> migrations)
    {
        // In a new folder: the runtime remembers by its path an assembly that it has loaded.
        foreach (var folder in Directory.GetDirectories(Plugins.Root, $"{id}@*"))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Rewrite($"{id}@{_added++}", id, version, attributes, migrations);
    }

    /// <summary>Writes a plugin over the one in a folder, as an update of a running host does.</summary>
    public string Rewrite(string folder, string id, string version, IReadOnlyList<string> attributes, params IReadOnlyList<string> migrations) =>
        Plugins.Add(id, string.Concat(attributes.Select(Attribute)) + Migrations(migrations), manifest: json => json["version"] = version, folder: Path.GetFileName(folder));

    /// <summary>Packs a plugin made of such registrations.</summary>
    public string Package(string id, string version, string configure, params string[] needs)
    {
        var folder = _bench.Add(id, configure, folder: $"{id}@{_added++}", manifest: json =>
        {
            json["version"] = version;
            json["dependencies"] = PluginDirectory.DependsOn(needs);
        });
        return PluginPackage.Pack(folder, Path.Combine(_folder.FullName, "packages", $"{_added++}"));
    }

    /// <summary>The database and everything in the plugin directory, byte for byte.</summary>
    public IReadOnlyDictionary<string, string> Fingerprints() =>
        new[] { Database }.Concat(Directory.EnumerateFiles(Plugins.Root, "*", SearchOption.AllDirectories)).Where(File.Exists)
            .ToDictionary(file => file, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));

    public static string Migrations(params IReadOnlyList<string> migrations) => $"builder.Migrations({string.Join(", ", migrations)});";

    public static string Attribute(string name) => $$"""builder.Attributes(new AttributeDefinition { Name = "{{name}}", Title = new("Grade", "等级") });""";

    public static string Migration(string name, params IReadOnlyList<string> changes) =>
        $$"""new DataMigration { Name = "{{name}}", Title = new("Step {{name}}", "步骤 {{name}}"), Changes = [{{string.Join(", ", changes)}}] }""";

    public static string Rename(string from, string to) => $"""new RenameData(StoredName.Attribute, "{from}", "{to}")""";

    public static async Task<IReadOnlyList<string>> ValuesAsync(Crm crm, Client client) =>
        [.. (await crm.Store.Clients.AttributesAsync(client.Id, Day)).Select(value => $"{value.Name}={value.Value}")];

    public static async Task<IReadOnlyList<string>> HistoryAsync(Crm crm) =>
        [.. (await crm.Store.PluginData.AppliedAsync()).Select(applied => $"{applied.Plugin} {applied.Ordinal} {applied.Name} {applied.Version}: {applied.Changed}")];

    public static PluginDiagnostic Problem(Crm crm, string id) => Assert.Single(crm.Plugins.Find(id)!.Diagnostics);

    public void Dispose()
    {
        Plugins.Dispose();
        _bench.Dispose();
        _folder.Delete(recursive: true);
    }
}
