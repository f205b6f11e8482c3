using System.Text.Json;
using System.Text.Json.Nodes;
using Clientele.Plugins;

namespace Clientele.Tests.Plugins;

/// <summary>A directory of plugins made for one test, and gone with it.</summary>
internal sealed class PluginDirectory : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("clientele-plugins-");

    public string Root => _root.FullName;

    public PluginOptions Options => new() { Directories = [Root], ContractVersion = "0.1.0" };

    /// <summary>Adds a plugin whose <c>Configure</c> is the given body.</summary>
    public string Add(string id, string configure = "", string members = "", Action<JsonObject>? manifest = null, string? folder = null, string outside = "", string head = "")
    {
        var assembly = AssemblyName(id);
        var path = AddManifest(id, manifest, folder);
        PluginCompiler.Compile(head + Source(configure, members, outside), Path.Combine(path, assembly + ".dll"));
        return path;
    }

    public string AddManifest(string id, Action<JsonObject>? manifest = null, string? folder = null)
    {
        var json = Manifest(id);
        manifest?.Invoke(json);
        return AddRaw(folder ?? id, json.ToJsonString());
    }

    public string AddRaw(string folder, string manifest)
    {
        var path = AddFolder(folder);
        File.WriteAllText(Path.Combine(path, PluginManifest.FileName), manifest);
        return path;
    }

    public string AddFolder(string folder) => _root.CreateSubdirectory(folder).FullName;

    public PluginSet Load(params IReadOnlyList<Registration> builtIn) => PluginLoader.Load(Options, builtIn);

    public void Dispose() => _root.Delete(recursive: true);

    public static JsonObject Manifest(string id) => new()
    {
        ["schemaVersion"] = 1,
        ["id"] = id,
        ["version"] = "1.0.0",
        ["name"] = new JsonObject { ["en"] = id, ["zh"] = "插件" },
        ["publisher"] = "Tests",
        ["prefix"] = Prefix(id),
        ["entryAssembly"] = AssemblyName(id) + ".dll",
        ["entryType"] = "Fixture.Plugin",
        ["contract"] = "[0.1.0,0.2.0)",
        ["dependencies"] = new JsonArray(),
        ["tags"] = new JsonArray("operational", "value_creation"),
    };

    public static JsonArray DependsOn(params string[] ids) =>
        [.. ids.Select(id => (JsonNode)new JsonObject { ["id"] = id, ["range"] = "[1.0,2.0)" })];

    public static string Source(string configure, string members = "", string outside = "") => $$"""
        namespace Fixture
        {
            public sealed class Plugin : IPlugin
            {
                {{members}}
                public void Configure(IPluginBuilder builder)
                {
                    {{configure}}
                }
            }
            {{outside}}
        }
        """;

    public static string Kind(string name) => $$"""builder.TouchpointKinds(new TouchpointKind { Name = "{{name}}", Title = new("Visit", "拜访") });""";

    private static string Prefix(string id) => id[(id.LastIndexOf('.') + 1)..].Replace('-', '_');

    private static string AssemblyName(string id) => "Fixture." + id.Replace('-', '.');
}
