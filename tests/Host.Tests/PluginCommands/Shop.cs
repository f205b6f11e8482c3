using System.Text.Json;
using System.Text.Json.Nodes;
using Clientele.Tests.Plugins;

namespace Clientele.Host.Tests.PluginCommands;

/// <summary>An author's bench and a user's workspace: makes plugins, packs them, and runs the commands in the workspace.</summary>
internal sealed class Shop : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("clientele-shop-");
    private readonly PluginDirectory _bench = new();

    public Shop() => Directory.CreateDirectory(Workspace);

    public string Root => _root.FullName;

    public string Workspace => Path.Combine(Root, "workspace");

    public string Installed => Path.Combine(Workspace, "plugins");

    /// <summary>A built plugin, as its author has it.</summary>
    public string Build(string id, string version = "1.0.0", string configure = "", params string[] needs) =>
        _bench.Add(id, configure.Length > 0 ? configure : PluginDirectory.Kind($"{id[(id.LastIndexOf('.') + 1)..]}.visit"), manifest: json =>
        {
            json["version"] = version;
            json["dependencies"] = PluginDirectory.DependsOn(needs);
        });

    /// <summary>Its package, packed with the command.</summary>
    public async Task<string> PackAsync(string folder, params string[] more)
    {
        var outcome = await RunAsync(["plugins", "pack", folder, "--output", Path.Combine(Root, "packages"), "--json", .. more]);
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        return Row(outcome).GetProperty("folder").GetString()!;
    }

    public async Task<string> PackageAsync(string id, string version = "1.0.0", string configure = "", params string[] needs) => await PackAsync(Build(id, version, configure, needs));

    public Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--workspace", Workspace]);

    /// <summary>Records in the workspace that something happened.</summary>
    public async Task TouchAsync(string kind)
    {
        var options = new ClienteleOptions { Database = Path.Combine(Workspace, "clientele.db") };
        options.PluginDirectories.Add(Installed);
        await using var crm = await Crm.OpenAsync(options, TimeProvider.System);
        await using var batch = await crm.BeginAsync();
        var client = await batch.SaveAsync(new Client { Id = ClientId.From("test", "1"), Name = "City Park", Since = new(2026, 1, 1) });
        await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", "1"), Client = client.Id, Kind = kind, OccurredOn = new(2026, 1, 2) });
        await batch.CommitAsync();
    }

    /// <summary>Id, version and state of the plugins that were installed.</summary>
    public async Task<IReadOnlyList<(string Id, string Version, string State)>> ListAsync() =>
        [.. Rows(await RunAsync("plugins", "list", "--json")).Where(row => !Text(row, "id").StartsWith("clientele.", StringComparison.Ordinal)).Select(row => (Text(row, "id"), Text(row, "version"), Text(row, "state")))];

    public void Settings(string json) => File.WriteAllText(Path.Combine(Workspace, "clientele.json"), JsonNode.Parse(json)!.ToJsonString());

    public static JsonElement Row(Cli.Outcome outcome) => Assert.Single(Rows(outcome));

    public static IReadOnlyList<JsonElement> Rows(Cli.Outcome outcome) => [.. JsonDocument.Parse(outcome.Output).RootElement.EnumerateArray()];

    public void Dispose()
    {
        _bench.Dispose();
        _root.Delete(recursive: true);
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
