using System.Text.RegularExpressions;
using Clientele.Plugins;
using Clientele.Tests.Plugins;

namespace Clientele.Host.Tests.PluginCommands;

/// <summary>The contractor plugin of this repository in a workspace with clients, and a next version of it whose attribute <c>owner_kind</c> is called <c>owner_type</c>.</summary>
internal sealed class ContractorUpdate : IDisposable
{
    private static readonly DateOnly Day = new(2026, 1, 1);
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("clientele-update-");

    public string Workspace => Path.Combine(_root.FullName, "workspace");

    public string Plugins => Path.Combine(_root.FullName, "plugins");

    public string Update { get; private set; } = "";

    public static async Task<ContractorUpdate> MakeAsync()
    {
        var update = new ContractorUpdate();
        Directory.CreateDirectory(update.Workspace);
        await File.WriteAllTextAsync(Path.Combine(update.Workspace, "clientele.json"), "{}");
        var built = Path.Combine(AppContext.BaseDirectory, "plugins", "Clientele.Contractor");
        var packages = Path.Combine(update._root.FullName, "packages");
        Assert.Equal(0, (await update.RunAsync("plugins", "apply", PluginPackage.Pack(built, packages), "--accept")).Exit);
        await update.FactsAsync();
        update.Update = PluginPackage.Pack(update.NextVersion(built), packages);
        return update;
    }

    public Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--workspace", Workspace, "--plugins", Plugins]);

    public async Task<string> InChineseAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        await CommandLine.RunAsync([.. args, "--workspace", Workspace, "--plugins", Plugins, "--language", "zh-CN"], output, error, TimeProvider.System);
        return output.ToString() + error;
    }

    public void Dispose() => _root.Delete(recursive: true);

    private async Task FactsAsync()
    {
        var options = new ClienteleOptions { Database = Path.Combine(Workspace, "clientele.db") };
        options.PluginDirectories.Add(Plugins);
        await using var crm = await Crm.OpenAsync(options, TimeProvider.System);
        await using (var batch = await crm.BeginAsync())
        {
            foreach (var (name, kind) in new[] { ("Harbour Authority", "government"), ("Riverside Homes", "developer"), ("Southern Steel", "company") })
            {
                var client = await batch.SaveAsync(new Client { Id = ClientId.From("test", name), Name = name, Source = "test", ExternalId = name, Since = Day });
                await batch.PutAsync(new AttributeValue(client.Id, "contractor.owner_kind", kind, Day));
            }

            await batch.CommitAsync();
        }

        await crm.Segments.RunAsync(Day);
    }

    // The sources of the plugin as they are, with the attribute renamed in them and the migration that brings the data along.
    private string NextVersion(string built)
    {
        var folder = Path.Combine(_root.FullName, "next");
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".pdb", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var plugins = Path.Combine(RepositoryRoot(), "src", "Plugins");
        var sources = new[] { "Contractor", "Shared" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(plugins, part), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(plugins, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")).Order(StringComparer.Ordinal).Select(File.ReadAllText);
        var all = string.Join('\n', sources.Select(source => Regex.Replace(source, "^(using|namespace) .*;\r?$", "", RegexOptions.Multiline, TimeSpan.FromSeconds(5))));
        var migration = """
            .AddDocuments()
            .Migrations(new DataMigration
            {
                Name = "owner_type", Title = new("The kind of owner is called owner type", "业主性质改称业主类型"),
                Changes = [new RenameData(StoredName.Attribute, "contractor.owner_kind", "contractor.owner_type")],
            });
            """;
        var next = all.Replace("owner_kind", "owner_type", StringComparison.Ordinal).Replace(".AddDocuments();", migration, StringComparison.Ordinal);
        PluginCompiler.Compile("using System.Globalization; using System.Linq; using System.Text; using static Clientele.Contractor.Reading;\nnamespace Clientele.Contractor;\n" + next, Path.Combine(folder, "Clientele.Contractor.dll"));
        var manifest = Path.Combine(folder, "plugin.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"0.1.0\"", "\"0.2.0\"", StringComparison.Ordinal));
        return folder;
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Framework.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
