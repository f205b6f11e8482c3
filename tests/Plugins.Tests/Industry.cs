using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Clientele.Plugins.Tests;

/// <summary>One industry plugin as it lies on disk after the build: its manifest, what it registers, and its templates.</summary>
public sealed record Industry(string Name, string Folder, string Prefix, Registrations Registered)
{
    public static readonly IReadOnlyList<Industry> All = [Load("Contractor"), Load("DesignInstitute"), Load("RealEstate")];

    public static Industry Contractor => All[0];

    public static Industry DesignInstitute => All[1];

    public static Industry RealEstate => All[2];

    public static string RepositoryRoot([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../.."));

    /// <summary>For theories over the three industries.</summary>
    public static TheoryData<string> Names => [.. All.Select(industry => industry.Name)];

    public static Industry Of(string name) => All.Single(industry => industry.Name == name);

    public override string ToString() => Name;

    private static Industry Load(string project)
    {
        var output = typeof(Industry).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PluginOutput").Value!;
        var folder = Path.Combine(RepositoryRoot(), "src/Plugins", project, "bin", output);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "plugin.json")));
        var assembly = Assembly.LoadFrom(Path.Combine(folder, manifest.RootElement.GetProperty("entryAssembly").GetString()!));
        var plugin = (IPlugin)Activator.CreateInstance(assembly.GetType(manifest.RootElement.GetProperty("entryType").GetString()!, throwOnError: true)!)!;
        var prefix = manifest.RootElement.GetProperty("prefix").GetString()!;
        var registered = new Registrations(prefix);
        plugin.Configure(registered);
        return new(project, folder, prefix, registered);
    }
}
